package dev.tidemark.sakila.report;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The warehouse's view revenue_by_category. */
final class RevenueByCategoryView extends TargetTable<RevenueByCategoryView.CategoryRevenue> {
    /**
     * The revenue of a category.
     *
     * @param category null for payments without a film of a category
     */
    record CategoryRevenue(String category, long payments, long revenueCents) {}

    static final RevenueByCategoryView REVENUE_BY_CATEGORY = new RevenueByCategoryView();

    final Column<String> category = textKey("category", CategoryRevenue::category);
    final Column<Long> payments = number("payments", CategoryRevenue::payments);
    final Column<Long> revenueCents = number("revenue_cents", CategoryRevenue::revenueCents);

    private RevenueByCategoryView() {
        super("revenue_by_category", row -> new CategoryRevenue(row.textOrNull(), row.number(), row.number()));
    }
}
