package dev.tidemark.faults;

import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.Replication;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import org.junit.jupiter.api.AutoClose;

/** A replication and, before its source, a network that fails when a test wants it to. */
abstract class WithFlakyNetwork extends WithReplication {
    @AutoClose
    final FlakyProxy network = FlakyProxy.before(sakila.server());

    /** The commands, through the network. */
    final TidemarkCli remote = network.through(tidemark, sakila);
    /** The warehouse as something that faults may happen to. */
    final Survivor survivor = new Survivor(warehouse);

    WithFlakyNetwork() {}

    WithFlakyNetwork(Replication replication) {
        super(replication);
    }
}
