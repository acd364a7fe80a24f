package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TableLock;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.TidemarkProcess;
import dev.tidemark.support.WarehouseFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes 130 and 143: a signal in the middle of a load leaves the old star, and one line that says so. */
class SignalsTest {
    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @TempDir
    private Path folder;

    private WarehouseFile warehouse;
    private TidemarkCli tidemark;

    @BeforeEach
    void load() {
        warehouse = LoadedWarehouse.copyTo(folder);
        tidemark = TidemarkCli.of(sakila, warehouse.path());
        sakila.execute("UPDATE film SET title = 'New'", "DELETE FROM payment");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, full-load", "TERM, 143, incremental"})
    void aSignalRollsBack(String signal, int exitCode, String command) throws Exception {
        List<String> before = star();
        try (TableLock lock = TableLock.on(sakila, "payment");
                TidemarkProcess process = TidemarkProcess.start(tidemark, command)) {
            lock.awaitReader();
            process.signal(signal);
            String complaint = process.result().exitingWith(exitCode).complaint();
            assertEquals(
                    "tidemark: Interrupted and rolled back; the warehouse is as the last run left it.", complaint);
        }
        assertEquals(before, star());
        assertTrue(tidemark.succeed("status").out().contains("interrupted"));
        tidemark.succeedAll("incremental", "validate");
    }

    @Test
    void evenAKillLeavesTheOldStar() throws Exception {
        List<String> before = star();
        try (TableLock lock = TableLock.on(sakila, "payment");
                TidemarkProcess process = TidemarkProcess.start(tidemark, "full-load")) {
            lock.awaitReader();
            process.signal("KILL");
            process.result().exitingWith(137);
        }
        assertEquals(before, star());
        tidemark.succeedAll("incremental", "validate");
        assertEquals(
                List.of("full-load|interrupted", "incremental|succeeded"),
                warehouse.rows("SELECT command, outcome FROM sync_run ORDER BY id DESC LIMIT 2").reversed());
    }

    private List<String> star() {
        return warehouse.rows("SELECT film_id, title, (SELECT count(*) FROM fact_payment) FROM dim_film");
    }
}
