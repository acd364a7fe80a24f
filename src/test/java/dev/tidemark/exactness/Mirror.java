package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.nio.file.Path;
import java.util.List;

/**
 * A source and its warehouse, kept level by Tidemark's commands and compared with the oracle.
 *
 * @param source the source
 * @param warehouse the warehouse
 * @param tidemark the commands
 */
record Mirror(SakilaSchema source, WarehouseFile warehouse, TidemarkCli tidemark) {
    private static final String HEALED = "where no timestamp told of a change";

    /** A mirror of {@code source} in {@code folder} that reads back no further than the server's lists tell. */
    static Mirror withoutLookBack(SakilaSchema source, Path folder) {
        return of(source, folder.resolve("analytics.db"), "0s");
    }

    private static Mirror of(SakilaSchema source, Path file, String lookBack) {
        return new Mirror(
                source,
                new WarehouseFile(file),
                TidemarkCli.of(source, file).with("TIDEMARK_LOOK_BACK", lookBack));
    }

    /** The same mirror with this look-back. */
    Mirror lookingBack(String lookBack) {
        return new Mirror(source, warehouse, tidemark.with("TIDEMARK_LOOK_BACK", lookBack));
    }

    /** Creates the warehouse and fills it. */
    Mirror load() {
        tidemark.succeedAll("init", "full-load");
        return this;
    }

    /** Runs an incremental, which must find every change by itself: totals that differ would be luck. */
    TidemarkCli.Result incremental() {
        TidemarkCli.Result result = tidemark.succeed("incremental");
        assertFalse(result.err().contains(HEALED), result::err);
        return result;
    }

    /** Runs an incremental, after which the warehouse must be exact. */
    TidemarkCli.Result requireExactAfterIncremental() {
        TidemarkCli.Result result = incremental();
        requireExact();
        return result;
    }

    /**
     * Fails unless the warehouse is exact after an incremental and after a full-load, a deep incremental finds nothing
     * to write, and validate nothing to report.
     */
    void requireExactInEveryWay() {
        requireExactAfterIncremental();
        tidemark.succeed("incremental", "--deep");
        assertEquals(0, rowsWrittenByTheLastRun());
        tidemark.succeed("validate", "--all");
        tidemark.succeed("full-load");
        requireExact();
    }

    /** How many rows the last run inserted, updated or deleted. */
    long rowsWrittenByTheLastRun() {
        return warehouse.queryLong(
                "SELECT rows_inserted + rows_updated + rows_deleted FROM sync_run ORDER BY id DESC LIMIT 1");
    }

    /** Fails unless the warehouse is what the oracle computes. */
    void requireExact() {
        requireSound();
        StarOracle.compute(source).requireEqual("The warehouse differs from the oracle.", StarReader.read(warehouse));
    }

    /** Fails unless the warehouse is what a full-load into a second file gives. */
    void requireEqualToFullLoad(Path folder) {
        Mirror second = of(source, folder.resolve("second-" + System.nanoTime() + ".db"), "60s").load();
        StarReader.read(second.warehouse)
                .requireEqual("The warehouse differs from a full-load.", StarReader.read(warehouse));
    }

    private void requireSound() {
        assertEquals(List.of(), warehouse.rows("PRAGMA foreign_key_check"));
        assertEquals(List.of("ok"), warehouse.rows("PRAGMA integrity_check"));
    }
}
