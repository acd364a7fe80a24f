package dev.tidemark.faults;

import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.Replication;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;

/**
 * A replication whose commands reach the source through a network that fails when a test wants it to.
 *
 * @param plain the source, the warehouse, and the commands as they are without that network
 * @param network the network
 */
record FlakyReplication(Replication plain, FlakyProxy network) implements AutoCloseable {
    /** A small source and a warehouse that is level with it. */
    static FlakyReplication loaded() {
        return of(Replication.small().loaded());
    }

    /** This replication, which is closed in the end. */
    static FlakyReplication of(Replication replication) {
        return new FlakyReplication(replication, FlakyProxy.before(replication.source().server()));
    }

    SakilaSchema source() {
        return plain.source();
    }

    WarehouseFile warehouse() {
        return plain.warehouse();
    }

    /** The warehouse as something that faults may happen to. */
    Survivor survivor() {
        return new Survivor(warehouse());
    }

    /** The commands, through the network. */
    TidemarkCli tidemark() {
        return network.through(plain.tidemark(), source());
    }

    @Override
    public void close() {
        network.close();
        plain.close();
    }
}
