package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import dev.tidemark.support.WithReplication;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time of the state that a table shows. */
class SnapshotTimeTest extends WithReplication {
    @ParameterizedTest
    @ValueSource(strings = {"-PT48H", "PT48H"})
    void itIsTakenFromTheSourcesClockNotFromThisMachines(String offset) {
        TidemarkCli elsewhere = tidemark.at(Clock.offset(Clock.systemUTC(), Duration.parse(offset)));
        LocalDateTime before = sourceTime();
        elsewhere.succeed("full-load");
        requireSnapshotsSince(before);
        sakila.execute("UPDATE actor SET first_name = 'Changed' WHERE actor_id = 1");

        LocalDateTime later = sourceTime();
        elsewhere.succeed("incremental");

        requireSnapshotsSince(later);
        assertEquals(List.of("Changed"), warehouse.rows("SELECT first_name FROM dim_actor WHERE actor_id = 1"));
    }

    @Test
    void aRowOfTheSameSecondIsRead() {
        tidemark.succeed("full-load");
        String snapshot = warehouse.rows("SELECT snapshot_at FROM sync_state").getFirst();
        sakila.execute("UPDATE actor SET first_name = 'Tie', last_update = '" + snapshot + "' WHERE actor_id <= 3");

        tidemark.succeed("incremental");

        assertEquals(3, warehouse.queryLong("SELECT count(*) FROM dim_actor WHERE first_name = 'Tie'"));
    }

    @Test
    void rowsThatDoNotSayWhenTheyChangedAreFound() {
        sakila.execute("UPDATE customer SET last_update = NULL WHERE customer_id <= 2");
        tidemark.succeed("full-load");
        tidemark.succeed("incremental");
        sakila.execute("UPDATE customer SET last_name = 'Silent', last_update = NULL WHERE customer_id = 2",
                "UPDATE payment SET payment_date = '2024-01-31 08:00:00', last_update = NULL WHERE payment_id = 7");

        tidemark.succeed("incremental");

        assertEquals(
                List.of("Silent|null"),
                warehouse.rows("SELECT last_name, last_update FROM dim_customer WHERE customer_id = 2"));
        assertEquals(20240131, warehouse.queryLong("SELECT date_key_paid FROM fact_payment WHERE payment_id = 7"));
        tidemark.succeed("validate", "--all");
    }

    @Test
    void rowsOfTheFutureAreFound() {
        sakila.execute(
                "UPDATE actor SET first_name = 'Early', last_update = NOW() + INTERVAL 300 DAY WHERE actor_id = 1");
        tidemark.succeedAll("incremental", "incremental");
        sakila.execute("UPDATE actor SET first_name = 'Earlier', last_update = last_update WHERE actor_id = 1");
        tidemark.succeed("incremental");
        assertEquals(List.of("Earlier"), warehouse.rows("SELECT first_name FROM dim_actor WHERE actor_id = 1"));
    }

    @Test
    void beforeAFullLoadThereIsNone() {
        Path file = folder.resolve("new.db");
        TidemarkCli fresh = TidemarkCli.of(sakila, file);
        fresh.succeed("init");

        String complaint = fresh.run("incremental").exitingWith(4).complaint();

        assertTrue(complaint.contains("was never filled. Try: run full-load first."), complaint);
        assertEquals(0, new WarehouseFile(file).queryLong("SELECT count(*) FROM dim_film"));
        assertEquals(List.of("null"), new WarehouseFile(file).rows("SELECT DISTINCT snapshot_at FROM sync_state"));
    }

    private void requireSnapshotsSince(LocalDateTime start) {
        List<String> times = warehouse.rows("SELECT replace(snapshot_at, ' ', 'T') FROM sync_state");
        assertEquals(11, times.size());
        for (String time : times) {
            LocalDateTime snapshot = LocalDateTime.parse(time);
            assertTrue(!snapshot.isBefore(start.minusSeconds(2)) && !snapshot.isAfter(sourceTime()), time);
        }
    }

    private LocalDateTime sourceTime() {
        return sakila.query(LocalDateTime.class, "SELECT UTC_TIMESTAMP()");
    }
}
