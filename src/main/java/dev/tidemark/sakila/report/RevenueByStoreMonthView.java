package dev.tidemark.sakila.report;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The warehouse's view revenue_by_store_month. */
final class RevenueByStoreMonthView extends TargetTable<RevenueByStoreMonthView.StoreMonth> {
    /**
     * The revenue of a store in a month.
     *
     * @param year null for payments without a date, as is the month
     * @param storeId null for payments without a store, as is the city
     */
    record StoreMonth(Integer year, Integer month, Long storeId, String city, long payments, long revenueCents) {}

    static final RevenueByStoreMonthView REVENUE_BY_STORE_MONTH = new RevenueByStoreMonthView();

    final Column<Integer> year = smallNumber("year", StoreMonth::year);
    final Column<Integer> month = smallNumber("month", StoreMonth::month);
    final Column<Long> storeId = key("store_id", StoreMonth::storeId);
    final Column<String> city = text("city", StoreMonth::city);
    final Column<Long> payments = number("payments", StoreMonth::payments);
    final Column<Long> revenueCents = number("revenue_cents", StoreMonth::revenueCents);

    private RevenueByStoreMonthView() {
        super("revenue_by_store_month", row -> new StoreMonth(
                row.smallNumberOrNull(), row.smallNumberOrNull(), row.numberOrNull(), row.textOrNull(), row.number(),
                row.number()));
    }
}
