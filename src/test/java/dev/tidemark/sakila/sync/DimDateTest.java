package dev.tidemark.sakila.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import dev.tidemark.support.WithReplication;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar follows the facts, by whole years. */
class DimDateTest extends WithReplication {
    private static final int THIS_YEAR = LocalDate.now(ZoneOffset.UTC).getYear();
    private static final DateTimeFormatter NAMES_AND_WEEK =
            DateTimeFormatter.ofPattern("MMMM'|'EEEE'|'YYYY'|'w", Locale.UK);

    @Test
    void everyDayIsDescribedAsTheIsoCalendarDoes() {
        List<String> days = warehouse.rows("SELECT date, date_key, year, quarter, month, day_of_month, day_of_week,"
                + " is_weekend, month_name, day_name, iso_year, iso_week FROM dim_date ORDER BY date_key");
        assertEquals(days.stream().map(DimDateTest::described).toList(), days);
    }

    @Test
    void yearsAreWholeAndWithoutGapsFromTheFirstFactToTheNextYear() {
        assertEquals(years(2022, THIS_YEAR + 1), years());
        assertEquals(List.of("365|366"), warehouse.rows(
                "SELECT min(days), max(days) FROM (SELECT count(*) AS days FROM dim_date GROUP BY year)"));
        assertEquals(366, warehouse.queryLong("SELECT count(*) FROM dim_date WHERE year = 2024"));
    }

    @Test
    void anEmptyWarehouseHasThisYearAndTheNext() {
        WarehouseFile empty = new WarehouseFile(folder.resolve("empty.db"));
        TidemarkCli.of(sakila, empty.path()).succeed("init");
        assertEquals(
                years(THIS_YEAR, THIS_YEAR + 1), empty.rows("SELECT DISTINCT year FROM dim_date ORDER BY year"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incremental", "full-load"})
    void anEarlierFactAddsItsYearAndTheFewBetween(String command) {
        sakila.execute("UPDATE payment SET payment_date = '2015-06-30 12:00:00' WHERE payment_id = 1");
        tidemark.succeed(command);
        assertEquals(years(2015, THIS_YEAR + 1), years());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE rental SET rental_date = '9999-12-31 23:59:59' WHERE rental_id = 1",
        "UPDATE rental SET return_date = '9999-01-01 00:00:00' WHERE rental_id = 1",
        "UPDATE payment SET payment_date = '9999-06-15 12:00:00' WHERE payment_id = 1"
    })
    void aStrayDateAddsThatYearAloneAndGoesWithItsFact(String stray) {
        sakila.execute(stray);
        tidemark.succeed("incremental");
        TreeSet<String> withStray = new TreeSet<>(years(2022, THIS_YEAR + 1));
        withStray.add("9999");
        assertEquals(List.copyOf(withStray), years());
        assertEquals(List.of(), warehouse.rows("PRAGMA foreign_key_check"));

        sakila.execute("DELETE FROM payment WHERE payment_id = 1", "DELETE FROM rental WHERE rental_id = 1");
        tidemark.succeed("incremental");

        assertEquals(years(2022, THIS_YEAR + 1), years());
        tidemark.succeed("validate", "--all");
    }

    @Test
    void aLoadOfSomeTablesHasItsDays() {
        sakila.execute("UPDATE payment SET payment_date = '2015-06-30 12:00:00' WHERE payment_id = 1");
        tidemark.succeed("incremental", "--tables", "dim_customer,dim_film,dim_store,dim_staff,fact_payment");
        assertEquals(years(2015, THIS_YEAR + 1), years());
    }

    /** The clock is the source's, which this test cannot set: the last run is dated back instead. */
    @Test
    void aNewDayIsEnoughToLookAtTheCalendar() {
        warehouse.execute("DELETE FROM dim_date WHERE date_key = 20240229");
        tidemark.succeed("incremental");
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM dim_date WHERE date_key = 20240229"));
        warehouse.execute("UPDATE sync_state SET snapshot_at = datetime(snapshot_at, '-1 day')");
        tidemark.succeed("incremental");
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_date WHERE date_key = 20240229"));
    }

    @Test
    void daysThatSomeoneSpoiltAreMendedByAFullLoad() {
        warehouse.execute(
                "DELETE FROM dim_date WHERE date_key = 20240229",
                "UPDATE dim_date SET is_weekend = 0 WHERE date_key = 20240302");
        tidemark.succeed("full-load");
        assertEquals(
                List.of("4|0", "6|1"),
                warehouse.rows("SELECT day_of_week, is_weekend FROM dim_date WHERE date_key IN (20240229, 20240302)"));
    }

    private List<String> years() {
        return warehouse.rows("SELECT DISTINCT year FROM dim_date ORDER BY year");
    }

    private static List<String> years(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }

    private static String described(String row) {
        LocalDate date = LocalDate.parse(row.substring(0, row.indexOf('|')));
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return "%s|%s|%d|%d|%d|%d|%d|%d|%s".formatted(
                date, date.toString().replace("-", ""), date.getYear(), date.get(IsoFields.QUARTER_OF_YEAR),
                date.getMonthValue(), date.getDayOfMonth(), date.getDayOfWeek().getValue(), weekend ? 1 : 0,
                date.format(NAMES_AND_WEEK));
    }
}
