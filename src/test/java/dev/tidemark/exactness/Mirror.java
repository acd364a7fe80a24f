package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.Replication;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.util.List;

/**
 * A source and its warehouse, kept level by Tidemark's commands and compared with the oracle. Closing it ends the
 * replication.
 *
 * @param replication the source, the warehouse and the commands
 */
record Mirror(Replication replication) implements AutoCloseable {

    /** A mirror of a small source. */
    static Mirror small() {
        return of(SakilaSchema.small());
    }

    /** A mirror of this source, which is dropped in the end. */
    static Mirror of(SakilaSchema source) {
        return new Mirror(Replication.of(source)).losingAnything();
    }

    /** A mirror of this source, which others use too. */
    static Mirror sharing(SakilaSchema source) {
        return new Mirror(Replication.sharing(source)).losingAnything();
    }

    /** This mirror with one more variable in the environment of its commands. */
    Mirror with(String variable, String value) {
        return new Mirror(replication.with(variable, value));
    }

    // Small sources sometimes lose most of their rows, and these tests are not about the limit of deletes.
    private Mirror losingAnything() {
        return with("TIDEMARK_MAX_DELETES", "100%");
    }

    SakilaSchema source() {
        return replication.source();
    }

    WarehouseFile warehouse() {
        return replication.warehouse();
    }

    TidemarkCli tidemark() {
        return replication.tidemark();
    }

    /** Creates the warehouse and fills it. */
    Mirror load() {
        tidemark().succeedAll("init", "full-load");
        return this;
    }

    /** Runs an incremental. */
    TidemarkCli.Result incremental() {
        return tidemark().succeed("incremental");
    }

    /** Runs an incremental, after which the warehouse must be exact. */
    TidemarkCli.Result requireExactAfterIncremental() {
        TidemarkCli.Result result = incremental();
        requireExact();
        return result;
    }

    /**
     * Fails unless the warehouse is exact after an incremental and after a full-load, a deep incremental writes
     * nothing, and validate reports nothing.
     */
    void requireExactInEveryWay() {
        requireExactAfterIncremental();
        tidemark().succeed("incremental", "--deep");
        assertEquals(0, rowsWrittenByTheLastRun());
        tidemark().succeed("validate", "--all");
        tidemark().succeed("full-load");
        requireExact();
    }

    /**
     * Makes the ledger old enough for its marks to be trusted: the next run does not read a table that did not change
     * for three seconds before the last run. Only MySQL has marks.
     */
    void trustMarks() {
        warehouse().execute("UPDATE sync_source_table SET snapshot_at = datetime(snapshot_at, '+57 seconds')"
                + " WHERE snapshot_at <= (SELECT source_clock FROM sync_source)");
    }

    /** How many rows the last run inserted, updated or deleted. */
    long rowsWrittenByTheLastRun() {
        return Long.parseLong(warehouse().lastRun("rows_inserted + rows_updated + rows_deleted"));
    }

    /** Fails unless the warehouse equals the oracle's star. */
    void requireExact() {
        requireSound();
        StarOracle.compute(source())
                .requireEqual("The warehouse differs from the oracle.", StarReader.read(warehouse()));
    }

    /** Fails unless the warehouse equals a full-load into a second file. */
    void requireEqualToFullLoad() {
        try (Mirror second = new Mirror(Replication.sharing(source())).load()) {
            StarReader.read(second.warehouse())
                    .requireEqual("The warehouse differs from a full-load.", StarReader.read(warehouse()));
        }
    }

    @Override
    public void close() {
        replication.close();
    }

    private void requireSound() {
        assertEquals(List.of(), warehouse().rows("PRAGMA foreign_key_check"));
        assertEquals(List.of("ok"), warehouse().rows("PRAGMA integrity_check"));
    }
}
