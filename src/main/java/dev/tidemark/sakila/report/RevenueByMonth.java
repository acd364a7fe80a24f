package dev.tidemark.sakila.report;

import dev.tidemark.report.Cell;
import dev.tidemark.report.Chart;
import dev.tidemark.report.DataTable;
import dev.tidemark.report.DataTable.Column;
import dev.tidemark.report.DataTable.Row;
import dev.tidemark.report.Figure;
import dev.tidemark.sakila.report.RevenueByStoreMonthView.StoreMonth;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The revenue of stores by month.
 *
 * @param stores the stores that are told apart, in order; the last one may stand for all others
 * @param months the cents of each of them, by month; months without revenue between others are there too
 */
record RevenueByMonth(List<String> stores, Map<YearMonth, Map<String, Long>> months) {
    /** As many stores as there are colours that are told apart. */
    private static final int STORES = 6;

    private static final String OTHERS = "other stores";
    /** Twenty years. With dates further apart, the months between them are left out. */
    private static final long FILLED = 240;

    /** The revenue that {@code rows} tell. */
    static RevenueByMonth of(List<StoreMonth> rows) {
        List<StoreMonth> dated = rows.stream().filter(row -> row.year() != null).toList();
        Map<String, Long> totals = new LinkedHashMap<>();
        dated.stream()
                .sorted(Comparator.comparing(StoreMonth::storeId, Comparator.nullsLast(Comparator.naturalOrder())))
                .forEach(row -> totals.merge(store(row), row.revenueCents(), Long::sum));
        List<String> largest = totals.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(totals.size() > STORES ? STORES - 1 : STORES)
                .map(Map.Entry::getKey)
                .toList();
        Map<YearMonth, Map<String, Long>> months = new TreeMap<>();
        dated.forEach(row -> months.computeIfAbsent(YearMonth.of(row.year(), row.month()), month -> new TreeMap<>())
                .merge(largest.contains(store(row)) ? store(row) : OTHERS, row.revenueCents(), Long::sum));
        return new RevenueByMonth(
                Stream.concat(
                                totals.keySet().stream().filter(largest::contains),
                                totals.size() > largest.size() ? Stream.of(OTHERS) : Stream.of())
                        .toList(),
                filled(new TreeMap<>(months)));
    }

    /** The figure; {@code currency} is the unit of its amounts. */
    Figure figure(String currency) {
        return new Figure(
                "revenue-by-month",
                "Revenue by month and store",
                "Of each store's copies, by the date of the payment. View revenue_by_store_month.",
                List.of(Chart.of(
                        Chart.Kind.COLUMNS,
                        "Revenue by month and store",
                        "revenue, " + currency,
                        IntStream.rangeClosed(1, stores.size()).boxed().toArray(Integer[]::new))),
                new DataTable(
                        Stream.of(
                                        Stream.of(Column.text("Month")),
                                        stores.stream().map(Column::number),
                                        Stream.of(Column.number("All stores")))
                                .flatMap(columns -> columns)
                                .toList(),
                        months.entrySet().stream().map(this::row).toList()));
    }

    private Row row(Map.Entry<YearMonth, Map<String, Long>> month) {
        Map<String, Long> cents = month.getValue();
        return Row.of(Stream.of(
                        Stream.of(new Cell.Text(month.getKey().toString())),
                        stores.stream().map(store -> Cell.Number.amount(cents.getOrDefault(store, 0L))),
                        Stream.of(Cell.Number.amount(
                                cents.values().stream().mapToLong(Long::longValue).sum())))
                .flatMap(cells -> cells)
                .toArray(Cell[]::new));
    }

    private static Map<YearMonth, Map<String, Long>> filled(TreeMap<YearMonth, Map<String, Long>> months) {
        if (!months.isEmpty() && months.firstKey().plusMonths(FILLED).isAfter(months.lastKey())) {
            YearMonth last = months.lastKey();
            for (YearMonth month = months.firstKey(); month.isBefore(last); month = month.plusMonths(1)) {
                months.putIfAbsent(month, Map.of());
            }
        }
        return months;
    }

    private static String store(StoreMonth row) {
        if (row.storeId() == null) {
            return "without a store";
        }
        return "Store " + row.storeId() + (row.city() == null ? "" : ", " + row.city());
    }
}
