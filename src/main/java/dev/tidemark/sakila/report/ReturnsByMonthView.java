package dev.tidemark.sakila.report;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The warehouse's view returns_by_month. */
final class ReturnsByMonthView extends TargetTable<ReturnsByMonthView.ReturnMonth> {
    /**
     * The rentals that came back in a month.
     *
     * @param returned all of them
     * @param returnedLate those that came after the days that their film may be kept
     * @param daysLate the days too many, of all of them together
     */
    record ReturnMonth(long year, long month, long returned, long returnedLate, long daysLate) {}

    static final ReturnsByMonthView RETURNS_BY_MONTH = new ReturnsByMonthView();

    final Column<Long> year = key("year", ReturnMonth::year);
    final Column<Long> month = key("month", ReturnMonth::month);
    final Column<Long> returned = number("returned", ReturnMonth::returned);
    final Column<Long> returnedLate = number("returned_late", ReturnMonth::returnedLate);
    final Column<Long> daysLate = number("days_late", ReturnMonth::daysLate);

    private ReturnsByMonthView() {
        super("returns_by_month", row -> new ReturnMonth(
                row.number(), row.number(), row.number(), row.number(), row.number()));
    }
}
