package dev.tidemark.sakila.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.report.Cell;
import dev.tidemark.report.Chart;
import dev.tidemark.report.DataTable;
import dev.tidemark.report.Figure;
import dev.tidemark.sakila.report.RevenueByStoreMonthView.StoreMonth;
import dev.tidemark.sqlite.FileKind;
import dev.tidemark.sqlite.WarehouseDatabase;
import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.WarehouseFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of the business are what the facts say. */
class RentalFiguresTest {
    @TempDir
    private static Path folder;

    private static WarehouseFile warehouse;
    private static Map<String, Figure> figures;

    @BeforeAll
    static void read() {
        warehouse = LoadedWarehouse.copyTo(folder);
        // A payment without a rental, and one without a date.
        warehouse.execute(
                "UPDATE fact_payment SET rental_id = NULL, film_key = NULL, store_key = NULL WHERE fact_payment_key = 1",
                "UPDATE fact_payment SET date_key_paid = NULL WHERE fact_payment_key = 2");
        try (WarehouseDatabase database =
                new WarehouseDatabase(FileKind.WAREHOUSE, warehouse.path(), Optional.empty())) {
            figures = database.read(session -> new RentalFigures().figures(session)).stream()
                    .collect(Collectors.toMap(Figure::id, Function.identity()));
        }
    }

    @Test
    void revenueByMonthIsWhatWasPaid() {
        Figure figure = figures.get("revenue-by-month");
        DataTable table = figure.table();
        int stores = table.columns().size() - 2;
        assertEquals(List.of(Chart.Kind.COLUMNS), figure.charts().stream().map(Chart::kind).toList());
        assertEquals(IntStream.rangeClosed(1, stores).boxed().toList(), figure.charts().getFirst().series());
        long paid = warehouse.queryLong("SELECT sum(amount_cents) FROM fact_payment WHERE date_key_paid IS NOT NULL");
        assertEquals(paid, cents(figure, stores + 1));
        assertEquals(paid, IntStream.rangeClosed(1, stores).mapToLong(store -> cents(figure, store)).sum());
        assertTrue(table.columns().stream().anyMatch(column -> column.heading().equals("without a store")));
        assertEquals(months(), table.rows().stream().map(row -> text(row.cells().getFirst())).toList());
    }

    @Test
    void monthsWithoutRevenueAreThereAndManyStoresAreTakenTogether() {
        List<StoreMonth> rows = new ArrayList<>(IntStream.rangeClosed(1, 9)
                .mapToObj(store -> new StoreMonth(2025, 1, (long) store, null, 1, store * 100))
                .toList());
        rows.add(new StoreMonth(2025, 4, 9L, null, 1, 50));
        DataTable table = RevenueByMonth.of(rows).figure("EUR").table();
        assertEquals(
                List.of("Month", "Store 5", "Store 6", "Store 7", "Store 8", "Store 9", "other stores", "All stores"),
                table.columns().stream().map(DataTable.Column::heading).toList());
        assertEquals(List.of("2025-01", "2025-02", "2025-03", "2025-04"),
                table.rows().stream().map(row -> text(row.cells().getFirst())).toList());
        assertEquals("45.00", ((Cell.Number) table.rows().getFirst().cells().getLast()).shown());
    }

    @Test
    void revenueByCategoryComesFromTheLargestDown() {
        Figure figure = figures.get("revenue-by-category");
        assertEquals(warehouse.queryLong("SELECT sum(revenue_cents) FROM revenue_by_category"), cents(figure, 2));
        assertEquals(
                warehouse.rows("SELECT coalesce(category, 'without a film') FROM revenue_by_category"
                        + " ORDER BY revenue_cents DESC LIMIT 1"),
                List.of(text(figure.table().rows().getFirst().cells().getFirst())));
        assertTrue(figure.table().rows().stream()
                .anyMatch(row -> text(row.cells().getFirst()).equals("without a film")));
    }

    @Test
    void everyRentalHasItsWeekdayAndHour() {
        DataTable table = figures.get("rentals-by-weekday-hour").table();
        assertEquals(7, table.rows().size());
        assertEquals(25, table.columns().size());
        assertEquals(
                warehouse.queryLong("SELECT count(*) FROM fact_rental WHERE date_key_rented IS NOT NULL"),
                table.rows().stream()
                        .flatMap(row -> row.cells().stream().skip(1))
                        .mapToLong(cell -> ((Cell.Shade) cell).number())
                        .sum());
        assertEquals(
                warehouse.queryLong("SELECT count(*) FROM fact_rental WHERE rented_at LIKE '% 09:%'"
                        + " AND strftime('%w', rented_at) = '1'"),
                ((Cell.Shade) table.rows().getFirst().cells().get(10)).number());
    }

    @Test
    void theTopFilmsAreThoseRentedMostOften() {
        DataTable table = figures.get("top-films").table();
        assertEquals(
                warehouse.rows("SELECT rentals FROM top_films ORDER BY place LIMIT 15").stream()
                        .map(Double::valueOf)
                        .toList(),
                table.rows().stream().map(row -> ((Cell.Number) row.cells().get(2)).value()).toList());
    }

    @Test
    void lateReturnsAreThoseOfTheView() {
        Figure figure = figures.get("late-returns");
        assertEquals(warehouse.queryLong("SELECT count(*) FROM late_returns"), sum(figure, 2));
        assertEquals(
                warehouse.queryLong("SELECT count(*) FROM fact_rental WHERE date_key_returned IS NOT NULL"),
                sum(figure, 1) + sum(figure, 2));
    }

    private static List<String> months() {
        return warehouse.rows("""
                WITH RECURSIVE month (first) AS (
                  SELECT min(substr(paid_at, 1, 7)) || '-01' FROM fact_payment WHERE date_key_paid IS NOT NULL
                  UNION ALL SELECT date(first, '+1 month') FROM month WHERE date(first, '+1 month') <=
                    (SELECT max(paid_at) FROM fact_payment WHERE date_key_paid IS NOT NULL))
                SELECT substr(first, 1, 7) FROM month""");
    }

    private static long cents(Figure figure, int column) {
        return figure.table().rows().stream()
                .mapToLong(row -> Math.round(((Cell.Number) row.cells().get(column)).value() * 100))
                .sum();
    }

    private static long sum(Figure figure, int column) {
        return cents(figure, column) / 100;
    }

    private static String text(Cell cell) {
        return ((Cell.Text) cell).text();
    }
}
