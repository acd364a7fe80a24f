package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Random values as SQL, some of them odd, and random keys of existing rows.
 *
 * @param source the source
 * @param random the source of randomness
 */
record RandomValues(SakilaSchema source, RandomGenerator random) {
    private static final List<String> TEXTS =
            List.of("", " ", "'", "\\", "a\nb", "ÅNGSTRÖM", "🎬", "漢字", "null", "O'Neill \"X\"", "tab\tend ");
    private static final List<String> ODD_DATES = List.of(
            "0000-00-00", "2024-02-30", "1000-01-01", "9999-12-31 23:59:59", "1969-12-31 23:59:59", "2024-00-10");
    private static final List<String> RATINGS = List.of("G", "PG", "PG-13", "R", "NC-17");

    /** A value for {@code column}. */
    String of(SourceColumn column) {
        if (column.nullable() && chance(25)) {
            return "NULL";
        }
        return switch (column.kind()) {
            case TEXT -> text(column.limit());
            case NUMBER -> Integer.toString(random.nextInt(column.limit()));
            case MONEY -> (chance(20) ? "-" : "") + random.nextInt(column.limit()) + "." + (10 + random.nextInt(90));
            case DATE -> quoted(chance(5) ? oneOf(ODD_DATES) : date());
            case YEAR -> Integer.toString(1901 + random.nextInt(255));
            case RATING -> quoted(oneOf(RATINGS));
            case REFERENCE -> key(column.referred());
        };
    }

    /** The key, of one column, of a row of {@code table}; NULL if there is no row. */
    String key(String table) {
        List<String> keys = source.rows("SELECT %1$s_id FROM %1$s ORDER BY 1".formatted(table));
        return keys.isEmpty() ? "NULL" : oneOf(keys);
    }

    /** The condition for some rows of {@code table}: one, a few or many. */
    String where(SourceTables table) {
        List<String> rows = source.rows("SELECT %1$s FROM %2$s ORDER BY %1$s"
                .formatted(String.join(", ", table.keyColumns()), table.table()));
        if (rows.isEmpty()) {
            return "1 = 0";
        }
        String key = "(" + String.join(", ", table.keyColumns()) + ")";
        int most = chance(10) ? 40 : chance(30) ? 5 : 1;
        List<String> chosen = random.ints(1 + random.nextInt(most), 0, rows.size())
                .mapToObj(row -> "(" + rows.get(row).replace('|', ',') + ")")
                .toList();
        return key + " IN (" + String.join(", ", chosen) + ")";
    }

    /** A key that a row may have or have had. */
    String smallKey() {
        return Integer.toString(1 + random.nextInt(60));
    }

    /** A date long before any run. */
    String longAgo() {
        return quoted(chance(20) ? "1971-01-01 00:00:00" : "2010-05-%02d 12:00:00".formatted(1 + random.nextInt(28)));
    }

    /** True in {@code percent} of all cases. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One of several. */
    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String text(int limit) {
        String text = chance(30) ? oneOf(TEXTS) : "T" + random.nextInt(1_000_000);
        int length = Math.min(limit, text.codePointCount(0, text.length()));
        return quoted(text.substring(0, text.offsetByCodePoints(0, length)));
    }

    private String date() {
        LocalDate day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1_500));
        return "%s %02d:%02d:%02d".formatted(day, random.nextInt(24), random.nextInt(60), random.nextInt(60));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
