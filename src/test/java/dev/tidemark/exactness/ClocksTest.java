package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clocks that are set back or forward, and hours that occur twice or never. */
@Isolated("It sets the JVM's time zone.")
class ClocksTest {
    private static final String SUMMER_ENDS = "2024-10-27";
    private static final String HALF_PAST_TWO_IN_SUMMER = "SET timestamp = 1729989000; ";
    private static final String HALF_PAST_TWO_IN_WINTER = "SET timestamp = 1729992600; ";
    private static final String BERLIN = "Test/Berlin";

    @AutoClose
    private final Mirror mirror = Mirror.small();

    private final SakilaSchema sakila = mirror.source();
    private final Zones zones = new Zones(sakila);

    @AfterEach
    void restoreTheZones() {
        zones.restore();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMESTAMP", "DATETIME"})
    void thatAreSetBackAndForwardHideNoChange(String type) {
        changeTypeOfTimestamps(type);
        mirror.load();
        int change = 0;
        for (String clock : new String[] {
            "UNIX_TIMESTAMP() - 86400", "UNIX_TIMESTAMP() - 5", "UNIX_TIMESTAMP() + 86400", "1", "UNIX_TIMESTAMP() - 1",
            "2147483646", "UNIX_TIMESTAMP() + 3600", "1000000000"
        }) {
            change("SET timestamp = " + clock + "; ", ++change);
            mirror.requireExactAfterIncremental();
        }
    }

    @ParameterizedTest
    @CsvSource({"+09:00, -11:00", "-11:00, +13:00", "+05:45, +00:00"})
    void ofSessionsInOtherZonesHideNoChange(String first, String second) {
        changeTypeOfTimestamps("DATETIME");
        sakila.execute("SET GLOBAL time_zone = '" + first + "'");
        mirror.load();
        mirror.requireExact();

        change("SET time_zone = '" + second + "'; ", 1);
        mirror.requireExactAfterIncremental();
        sakila.execute("SET GLOBAL time_zone = '" + second + "'");
        change("SET time_zone = '" + first + "'; ", 2);
        mirror.requireExactAfterIncremental();
        change("SET time_zone = '" + second + "'; ", 3);
        mirror.requireExactAfterIncremental();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMESTAMP", "DATETIME"})
    void thatShowAnHourTwiceHideNoChange(String type) {
        createBerlin();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        sakila.execute("SET GLOBAL time_zone = '" + BERLIN + "'");
        changeTypeOfTimestamps(type);
        String zone = "SET time_zone = '" + BERLIN + "'; ";
        change(zone + HALF_PAST_TWO_IN_SUMMER, 1);
        mirror.load();
        mirror.requireExact();

        change(zone + HALF_PAST_TWO_IN_WINTER, 2);
        mirror.requireExactAfterIncremental();
        change(zone + HALF_PAST_TWO_IN_SUMMER, 3);
        mirror.requireExactAfterIncremental();
        // The row's TIMESTAMP moves by an hour, but its text in the session's zone does not.
        sakila.execute(zone + HALF_PAST_TWO_IN_WINTER + "UPDATE film SET last_update = NOW() WHERE film_id = 1;"
                + " UPDATE customer SET last_update = NOW() WHERE customer_id = 1");
        mirror.requireExactAfterIncremental();
    }

    @Test
    void thatLeaveAnHourOutOrShowItTwiceLeaveDatesAsTheyAre() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        mirror.load();
        for (String date : new String[] {"2024-03-31 02:30:00", SUMMER_ENDS + " 02:30:00", SUMMER_ENDS + " 03:30:00"}) {
            sakila.execute(
                    "UPDATE rental SET rental_date = '%1$s', return_date = '%1$s', last_update = last_update"
                            .formatted(date) + " WHERE rental_id = 3",
                    "UPDATE payment SET payment_date = '%1$s', last_update = '%1$s' WHERE payment_id = 3"
                            .formatted(date),
                    "UPDATE film SET last_update = '%1$s' WHERE film_id = 3".formatted(date));
            mirror.requireExactAfterIncremental();
        }
    }

    /** Changes rows of all kinds, in a session after {@code preparation}. */
    private void change(String preparation, int number) {
        sakila.execute(preparation + """
                UPDATE film SET title = 'CHANGE %1$d' WHERE film_id = 1;
                UPDATE city SET city = 'Change %1$d' WHERE city_id < 9;
                UPDATE customer SET first_name = 'CHANGE %1$d' WHERE customer_id = 1;
                UPDATE payment SET amount = %1$d WHERE payment_id = 1;
                UPDATE rental SET return_date = '2024-10-27 02:30:0%1$d' WHERE rental_id = 1;
                UPDATE inventory SET film_id = MOD(film_id, 40) + 1 WHERE inventory_id < 9;
                INSERT INTO actor (first_name, last_name) VALUES ('CHANGE', '%1$d')
                """.formatted(number));
    }

    private void changeTypeOfTimestamps(String type) {
        for (SourceTables table : SourceTables.values()) {
            sakila.execute(("ALTER TABLE %s MODIFY last_update %s NULL DEFAULT CURRENT_TIMESTAMP"
                            + " ON UPDATE CURRENT_TIMESTAMP")
                    .formatted(table.table(), type));
        }
    }

    // The servers of tests know no zone by name.
    private void createBerlin() {
        if (sakila.queryLong("SELECT COUNT(*) FROM mysql.time_zone_name WHERE Name = '" + BERLIN + "'") == 0) {
            sakila.execute("""
                    INSERT INTO mysql.time_zone (Use_leap_seconds) VALUES ('N');
                    SET @zone = LAST_INSERT_ID();
                    INSERT INTO mysql.time_zone_name (Name, Time_zone_id) VALUES ('%s', @zone);
                    INSERT INTO mysql.time_zone_transition_type
                        (Time_zone_id, Transition_type_id, `Offset`, Is_DST, Abbreviation)
                        VALUES (@zone, 0, 3600, 0, 'CET'), (@zone, 1, 7200, 1, 'CEST');
                    INSERT INTO mysql.time_zone_transition (Time_zone_id, Transition_time, Transition_type_id)
                        VALUES (@zone, 1711846800, 1), (@zone, 1729990800, 0)
                    """.formatted(BERLIN));
        }
    }
}
