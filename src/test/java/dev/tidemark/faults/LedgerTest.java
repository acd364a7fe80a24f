package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.OneIn;
import dev.tidemark.support.TableLock;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.TidemarkProcess;
import dev.tidemark.support.WithReplication;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger belongs to the rows: both stay as a run left them, whatever happens to later runs. */
@OneIn(3)
class LedgerTest extends WithReplication {
    private final Survivor survivor = new Survivor(warehouse);

    @BeforeEach
    void beLevel() {
        tidemark.succeed("incremental");
    }

    @ParameterizedTest
    @CsvSource({
        "city, incremental", "film, incremental", "payment, incremental", "film_actor, full-load", "payment, full-load",
        "inventory, incremental --deep",
        "payment, incremental --tables dim_film,dim_store,dim_staff,dim_customer,fact_payment"
    })
    void staysWithItsRowsWhenTheConnectionIsLost(String table, String command) throws Exception {
        SourceChanges.make(sakila, 1);
        Map<String, List<String>> before = survivor.star();
        CompletableFuture<TidemarkCli.Result> running;
        try (TableLock lock = TableLock.on(sakila, table)) {
            running = CompletableFuture.supplyAsync(() -> tidemark.run((command + " --retries 0").split(" ")));
            lock.killReader();
        }
        running.get(60, TimeUnit.SECONDS).exitingWith(3);

        requireNothingKeptAndTheNextRunExact(before);
    }

    @ParameterizedTest
    @CsvSource({"customer, incremental", "payment, incremental", "payment, full-load", "rental, incremental --deep"})
    void staysWithItsRowsWhenTheProcessIsKilled(String table, String command) throws Exception {
        SourceChanges.make(sakila, 1);
        Map<String, List<String>> before = survivor.star();
        try (TableLock lock = TableLock.on(sakila, table);
                TidemarkProcess process = TidemarkProcess.start(tidemark, command.split(" "))) {
            lock.awaitReader();
            process.kill();
        }

        requireNothingKeptAndTheNextRunExact(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incremental", "incremental --deep", "full-load"})
    void staysWithItsRowsWhenARowCannotBeTaken(String command) {
        SourceChanges.make(sakila, 1);
        Map<String, List<String>> before = survivor.star();
        sakila.execute(
                "ALTER TABLE payment MODIFY amount DECIMAL(9, 4) NOT NULL",
                "UPDATE payment SET amount = 1.2345, last_update = last_update WHERE payment_id = 400");
        tidemark.run(command.split(" ")).exitingWith(3);
        sakila.execute("UPDATE payment SET amount = 1.23, last_update = last_update WHERE payment_id = 400",
                "ALTER TABLE payment MODIFY amount DECIMAL(5, 2) NOT NULL");

        requireNothingKeptAndTheNextRunExact(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incremental", "incremental --deep", "full-load"})
    void staysWithItsRowsAfterARehearsal(String command) {
        SourceChanges.make(sakila, 1);
        Map<String, List<String>> before = survivor.star();
        tidemark.succeed((command + " --dry-run").split(" "));

        requireNothingKeptAndTheNextRunExact(before);
    }

    @Test
    void isTheSameWhicheverLoadWroteIt() {
        for (String command : List.of("incremental", "incremental --deep", "full-load")) {
            SourceChanges.make(sakila, command.length());
            tidemark.succeed(command.split(" "));
            survivor.requireLevelWith(sakila);
        }
    }

    private void requireNothingKeptAndTheNextRunExact(Map<String, List<String>> before) {
        survivor.requireUntouched(before);
        SourceChanges.makeSilently(sakila, 2);
        tidemark.succeed("incremental");
        survivor.requireLevelWith(sakila);
        tidemark.succeed("incremental");
        assertEquals("0", warehouse.lastRun("rows_read"));
    }
}
