package dev.tidemark.faults;

import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.Replication;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import org.junit.jupiter.api.AutoClose;

/** A replication with a network before its source that fails on command. */
abstract class WithFlakyNetwork extends WithReplication {
    @AutoClose
    final FlakyProxy network = FlakyProxy.before(sakila.server());

    /** The commands, through the network. */
    final TidemarkCli remote = network.through(tidemark, sakila);
    /** The warehouse with the checks after a fault. */
    final Survivor survivor = new Survivor(warehouse);

    WithFlakyNetwork() {}

    WithFlakyNetwork(Replication replication) {
        super(replication);
    }
}
