package dev.tidemark.sakila.report;

import static dev.tidemark.sakila.report.RentalsByWeekdayHourView.RENTALS_BY_WEEKDAY_HOUR;
import static dev.tidemark.sakila.report.ReturnsByMonthView.RETURNS_BY_MONTH;
import static dev.tidemark.sakila.report.RevenueByCategoryView.REVENUE_BY_CATEGORY;
import static dev.tidemark.sakila.report.RevenueByStoreMonthView.REVENUE_BY_STORE_MONTH;
import static dev.tidemark.sakila.report.TopFilmsView.TOP_FILMS;

import dev.tidemark.report.Business;
import dev.tidemark.report.Cell;
import dev.tidemark.report.Chart;
import dev.tidemark.report.DataTable;
import dev.tidemark.report.DataTable.Column;
import dev.tidemark.report.DataTable.Row;
import dev.tidemark.report.Figure;
import dev.tidemark.sakila.report.RentalsByWeekdayHourView.WeekdayHour;
import dev.tidemark.sakila.report.ReturnsByMonthView.ReturnMonth;
import dev.tidemark.sakila.report.RevenueByCategoryView.CategoryRevenue;
import dev.tidemark.sakila.report.TopFilmsView.TopFilm;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.target.TargetSession;
import dev.tidemark.text.Words;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Revenue, rentals, films and late returns. */
@Singleton
public final class RentalFigures implements Business {
    private static final int FILMS = 15;
    private static final int HOURS = 24;
    private static final String CURRENCY = "currency of the source";

    @Override
    public List<Figure> figures(TargetSession session) {
        return List.of(
                RevenueByMonth.of(session.rows(REVENUE_BY_STORE_MONTH)).figure(CURRENCY),
                categories(session.rows(REVENUE_BY_CATEGORY)),
                weekdays(session.rows(RENTALS_BY_WEEKDAY_HOUR)),
                films(session.rows(TOP_FILMS, KeySpans.ALL, null, Key.of(FILMS, Long.MAX_VALUE))),
                returns(session.rows(RETURNS_BY_MONTH)));
    }

    private static Figure categories(List<CategoryRevenue> categories) {
        return new Figure(
                "revenue-by-category",
                "Revenue by category",
                "A film of two categories counts in both. View revenue_by_category.",
                List.of(Chart.of(Chart.Kind.BARS, "Revenue by category", "revenue, " + CURRENCY, 2)),
                new DataTable(
                        List.of(
                                Column.text("Category"),
                                Column.number("Payments"),
                                Column.number("Revenue")),
                        categories.stream()
                                .sorted(Comparator.comparingLong(CategoryRevenue::revenueCents).reversed())
                                .map(category -> Row.of(
                                        new Cell.Text(
                                                category.category() == null ? "without a film" : category.category()),
                                        Cell.Number.of(category.payments()),
                                        Cell.Number.amount(category.revenueCents())))
                                .toList()));
    }

    private static Figure weekdays(List<WeekdayHour> hours) {
        long[][] rentals = new long[DayOfWeek.values().length][HOURS];
        hours.forEach(hour -> rentals[(int) hour.dayOfWeek() - 1][(int) hour.hour()] = hour.rentals());
        Shades shades = Shades.of(Arrays.stream(rentals).flatMapToLong(Arrays::stream).sorted().toArray());
        return Figure.table(
                "rentals-by-weekday-hour",
                "Rentals by weekday and hour",
                "The hour at which rentals began, by the source's clock; darker is more; the most frequent"
                        + " five percent share the darkest shade. View rentals_by_weekday_hour.",
                new DataTable(
                        Stream.concat(
                                        Stream.of(Column.text("Weekday")),
                                        IntStream.range(0, HOURS)
                                                .mapToObj(hour -> Column.number("%02d".formatted(hour))))
                                .toList(),
                        hours.isEmpty()
                                ? List.of()
                                : Stream.of(DayOfWeek.values())
                                        .map(day -> weekday(day, rentals[day.ordinal()], shades))
                                        .toList()));
    }

    private static Row weekday(DayOfWeek day, long[] rentals, Shades shades) {
        return Row.of(Stream.concat(
                        Stream.of(new Cell.Text(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))),
                        Arrays.stream(rentals)
                                .mapToObj(number -> new Cell.Shade(number, shades.of(number))))
                .toArray(Cell[]::new));
    }

    private static Figure films(List<TopFilm> films) {
        return new Figure(
                "top-films",
                "Top films",
                "The films that were rented most often. View top_films.",
                List.of(Chart.of(Chart.Kind.BARS, "Rentals of the top films", "rentals", 2)),
                new DataTable(
                        List.of(
                                Column.text("Film"),
                                Column.number("Place"),
                                Column.number("Rentals"),
                                Column.number("Revenue")),
                        films.stream()
                                .limit(FILMS)
                                .map(film -> Row.of(
                                        new Cell.Text(film.title()),
                                        Cell.Number.of(film.place()),
                                        Cell.Number.of(film.rentals()),
                                        Cell.Number.amount(film.revenueCents())))
                                .toList()));
    }

    private static Figure returns(List<ReturnMonth> months) {
        long returned = months.stream().mapToLong(ReturnMonth::returned).sum();
        long late = months.stream().mapToLong(ReturnMonth::returnedLate).sum();
        return new Figure(
                "late-returns",
                "Late returns",
                "%s of %s returns (%s) came after the days that their film may be kept. View returns_by_month.".formatted(
                        Words.number(late),
                        Words.number(returned),
                        Words.percent(returned == 0 ? 0 : (double) late / returned)),
                List.of(Chart.of(Chart.Kind.COLUMNS, "Returns by month, on time and late", "returns", 1, 2)),
                new DataTable(
                        List.of(
                                Column.text("Month"),
                                Column.number("On time"),
                                Column.number("Late"),
                                Column.number("Late, share"),
                                Column.number("Days late, on average")),
                        months.stream().map(RentalFigures::month).toList()));
    }

    private static Row month(ReturnMonth month) {
        double average = month.returnedLate() == 0 ? 0 : (double) month.daysLate() / month.returnedLate();
        return Row.of(
                new Cell.Text(YearMonth.of((int) month.year(), (int) month.month()).toString()),
                Cell.Number.of(month.returned() - month.returnedLate()),
                Cell.Number.of(month.returnedLate()),
                Cell.Number.percent((double) month.returnedLate() / month.returned()),
                new Cell.Number(average, "%.1f".formatted(average)));
    }

    // From the least number to one that few exceed, so that a single peak does not leave all others alike.
    private record Shades(long least, long most) {
        static Shades of(long[] sorted) {
            return new Shades(sorted[0], sorted[(int) (0.95 * (sorted.length - 1))]);
        }

        int of(long number) {
            double share = most == least ? 0 : (double) (number - least) / (most - least);
            return (int) Math.round(9 * Math.min(1, share));
        }
    }
}
