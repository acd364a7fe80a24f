package dev.tidemark.exactness;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The days of the calendar for a source, computed by the server. */
final class StarCalendar {
    private static final int LARGEST_GAP = 30;

    private StarCalendar() {}

    /** The query of all days: whole years with a fact, this year and the next, and gaps of at most thirty years. */
    static String query(Connection source) throws SQLException {
        TreeSet<Integer> years = StarRows.read(source, neededYears(), 1).rows().keySet().stream()
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        for (int year : List.copyOf(years)) {
            Integer before = years.lower(year);
            for (int gap = year - 1; before != null && year - before - 1 <= LARGEST_GAP && gap > before; gap--) {
                years.add(gap);
            }
        }
        return days(years.stream()
                .map(year -> "SELECT " + year + " AS year")
                .collect(Collectors.joining(" UNION ALL ")));
    }

    private static String neededYears() {
        return """
                SELECT YEAR(%s) AS year FROM rental HAVING year IS NOT NULL
                UNION SELECT YEAR(%s) AS year FROM rental HAVING year IS NOT NULL
                UNION SELECT YEAR(%s) AS year FROM payment HAVING year IS NOT NULL
                UNION SELECT YEAR(UTC_TIMESTAMP())
                UNION SELECT YEAR(UTC_TIMESTAMP()) + 1"""
                .formatted(
                        StarOracle.date("rental_date"),
                        StarOracle.date("return_date"),
                        StarOracle.date("payment_date"));
    }

    private static String days(String years) {
        return """
                WITH RECURSIVE
                numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < 366),
                years AS (%s),
                days AS (SELECT MAKEDATE(year, number) AS day FROM years JOIN numbers
                    WHERE YEAR(MAKEDATE(year, number)) = year)
                SELECT CAST(DATE_FORMAT(day, '%%Y%%m%%d') AS SIGNED) AS date_key, CAST(day AS CHAR) AS date,
                    YEAR(day) AS year, QUARTER(day) AS quarter, MONTH(day) AS month, DAYOFMONTH(day) AS day_of_month,
                    WEEKDAY(day) + 1 AS day_of_week, WEEKDAY(day) >= 5 AS is_weekend,
                    MONTHNAME(day) AS month_name, DAYNAME(day) AS day_name,
                    YEARWEEK(day, 3) DIV 100 AS iso_year, YEARWEEK(day, 3) MOD 100 AS iso_week
                FROM days"""
                .formatted(years);
    }
}
