package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.StarContent;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A warehouse after a fault, and the checks that it must pass.
 *
 * @param warehouse the file
 */
record Survivor(WarehouseFile warehouse) {
    /** Fails if SQLite finds a fault in the file. */
    void requireSound() {
        assertEquals(List.of("ok"), warehouse.rows("PRAGMA integrity_check"));
        assertEquals(List.of(), warehouse.rows("PRAGMA foreign_key_check"));
    }

    /** Fails unless the warehouse and its ledger equal those of a full load into a new file next to it. */
    void requireLevelWith(SakilaSchema sakila) {
        requireSound();
        Path fresh = warehouse.path().resolveSibling("fresh.db");
        TidemarkCli.of(sakila, fresh).succeedAll("init", "full-load");
        WarehouseFile expected = new WarehouseFile(fresh);
        assertEquals(StarContent.byNaturalKeys(expected), StarContent.byNaturalKeys(warehouse));
        assertEquals(StarContent.ledger(expected), StarContent.ledger(warehouse));
        delete(fresh);
    }

    /** Everything that a run commits. */
    Map<String, List<String>> star() {
        return StarContent.exactly(warehouse);
    }

    /** Fails unless the file is sound and holds exactly {@code star}, as the last run committed it. */
    void requireUntouched(Map<String, List<String>> star) {
        requireSound();
        assertEquals(star, star());
    }

    /** The outcome of the last run on record. */
    String lastOutcome() {
        return warehouse.lastRun("outcome");
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
