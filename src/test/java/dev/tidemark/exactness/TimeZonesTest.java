package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.SakilaSchema;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers, writers and machines in other time zones than UTC. */
@Isolated("It sets the JVM's time zone.")
class TimeZonesTest {
    @AutoClose
    private final Mirror mirror = Mirror.small();

    private final SakilaSchema sakila = mirror.source();
    private final Zones zones = new Zones(sakila);

    @AfterEach
    void restoreTheZones() {
        zones.restore();
    }

    @ParameterizedTest
    @CsvSource({"+05:30, America/New_York, -03:00", "-11:00, Pacific/Kiritimati, +13:00", "+13:00, UTC, -12:00"})
    void changeNothing(String zoneOfTheServer, String zoneOfTheMachine, String zoneOfTheWriter) {
        sakila.execute("SET GLOBAL time_zone = '" + zoneOfTheServer + "'");
        TimeZone.setDefault(TimeZone.getTimeZone(zoneOfTheMachine));
        mirror.load();
        mirror.requireExact();
        try (OpenTransaction open = OpenTransaction.begin(sakila)) {
            open.execute("SET time_zone = '" + zoneOfTheWriter + "'");
            open.execute("UPDATE film SET title = 'LATE' WHERE film_id = 1");
            sakila.execute(
                    "DO SLEEP(1.1)",
                    "SET time_zone = '" + zoneOfTheWriter + "'; UPDATE city SET city = 'Elsewhere'",
                    "UPDATE rental SET return_date = '2024-05-31 23:59:59' WHERE rental_id = 3");
            mirror.requireExactAfterIncremental();
            open.commit();
        }
        mirror.requireExactAfterIncremental();

        mirror.requireExactAfterIncremental();
        assertEquals(0, mirror.rowsWrittenByTheLastRun());
    }
}
