package dev.tidemark.postgres;

import dev.tidemark.copy.value.ColumnType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of PostgreSQL: what they hold, which one a column of SQLite gets, and how text becomes a value of them. */
final class PostgresTypes {
    private static final int MOST_DIGITS = 1000;
    private static final int MOST_CHARACTERS = 10_485_760;
    private static final int MICROSECONDS = 6;
    private static final Pattern WRITTEN = Pattern.compile("([a-z][a-z0-9_. ]*?)\\s*(?:\\(\\s*([0-9]{1,8})"
            + "\\s*(?:,\\s*([0-9]{1,8})\\s*)?\\))?\\s*((?:with|without) time zone)?");
    private static final Pattern CITEXT = Pattern.compile("([a-z_][a-z0-9_]*\\.)?citext");

    private PostgresTypes() {}

    /** What a type holds; empty for one that Tidemark does not carry. */
    static Optional<ColumnType> of(String written) {
        Matcher parts = WRITTEN.matcher(written.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(1).replaceAll("\\s+", " ");
        int first = number(parts.group(2), 0);
        int second = number(parts.group(3), 0);
        boolean sized = parts.group(2) != null;
        boolean zoned = "with time zone".equals(parts.group(4));
        ColumnType type = switch (name) {
            case "smallint", "int2" -> new ColumnType.Whole(Short.MIN_VALUE, Short.MAX_VALUE);
            case "integer", "int", "int4" -> new ColumnType.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "bigint", "int8" -> new ColumnType.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
            case "numeric", "decimal" ->
                    sized ? new ColumnType.Decimal(first, second) : new ColumnType.Decimal(0, -1);
            case "real", "float4" -> new ColumnType.Floating(true);
            case "double precision", "float8" -> new ColumnType.Floating(false);
            case "boolean", "bool" -> new ColumnType.Truth();
            case "character", "char" -> new ColumnType.Text(sized ? first : 1, 0, true);
            case "character varying", "varchar" -> new ColumnType.Text(first, 0, false);
            case "text" -> new ColumnType.Text(0, 0, false);
            case "bytea" -> new ColumnType.Bytes(0);
            case "date" -> new ColumnType.Day();
            case "timestamp" -> new ColumnType.Moment(sized ? first : MICROSECONDS, zoned);
            case "timestamptz" -> new ColumnType.Moment(sized ? first : MICROSECONDS, true);
            case "time" -> zoned ? null : new ColumnType.TimeOfDay(sized ? first : MICROSECONDS);
            case "uuid" -> new ColumnType.Uuid();
            default -> CITEXT.matcher(name).matches() ? new ColumnType.Text(0, 0, false) : null;
        };
        return Optional.ofNullable(type);
    }

    /** The type of a column whose type in SQLite is declared so. */
    static String forDeclared(String declared) {
        Matcher parts = WRITTEN.matcher(declared.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return byAffinity(declared.toUpperCase(Locale.ROOT));
        }
        int first = number(parts.group(2), 0);
        int second = number(parts.group(3), 0);
        return switch (parts.group(1).replaceAll("\\s+", " ")) {
            case "tinyint", "smallint", "int2" -> "smallint";
            case "boolean", "bool" -> "boolean";
            case "numeric", "decimal", "dec", "number" -> first > 0 && first <= MOST_DIGITS && second <= first
                    ? "numeric(" + first + "," + second + ")"
                    : "numeric";
            case "varchar", "nvarchar", "char", "nchar", "character", "character varying", "varying character",
                    "native character", "national character varying", "varchar2", "nvarchar2" ->
                    first > 0 && first <= MOST_CHARACTERS ? "varchar(" + first + ")" : "text";
            case "date" -> "date";
            case "datetime", "timestamp" -> "timestamp";
            case "timestamptz" -> "timestamptz";
            case "time" -> "time";
            case "uuid", "guid", "uniqueidentifier" -> "uuid";
            default -> byAffinity(declared.toUpperCase(Locale.ROOT));
        };
    }

    // The rules by which SQLite itself reads declared types, in its order; JSON and BINARY hold what their names say.
    private static String byAffinity(String declared) {
        if (declared.contains("INT")) {
            return "bigint";
        }
        boolean isText = declared.contains("CHAR") || declared.contains("CLOB") || declared.contains("TEXT");
        // A column of any type, by no declaration or by this one, holds texts too.
        if (isText || declared.contains("JSON") || declared.isBlank() || declared.equals("ANY")) {
            return "text";
        }
        if (declared.contains("BLOB") || declared.contains("BINARY")) {
            return "bytea";
        }
        if (declared.contains("REAL") || declared.contains("FLOA") || declared.contains("DOUB")) {
            return "double precision";
        }
        return "numeric";
    }

    /**
     * The type as which staged text is read. It has no limit on characters: a cast to such a type would cut them
     * silently, and an assignment to the column does not.
     *
     * @param written the column's type, for extensions' types
     */
    static String read(ColumnType type, String written) {
        return switch (type) {
            case ColumnType.Whole whole when whole.most() <= Short.MAX_VALUE -> "smallint";
            case ColumnType.Whole whole when whole.most() <= Integer.MAX_VALUE -> "integer";
            case ColumnType.Whole whole -> "bigint";
            case ColumnType.Decimal decimal when decimal.precision() > 0 ->
                    "numeric(" + decimal.precision() + "," + decimal.scale() + ")";
            case ColumnType.Decimal decimal -> "numeric";
            case ColumnType.Floating floating -> floating.single() ? "real" : "double precision";
            case ColumnType.Truth truth -> "boolean";
            case ColumnType.Text text when text.padded() -> "bpchar";
            case ColumnType.Text text -> CITEXT.matcher(written).matches() ? written : "text";
            case ColumnType.Bytes bytes -> "bytea";
            case ColumnType.Day day -> "date";
            case ColumnType.Moment moment ->
                    (moment.zoned() ? "timestamptz(" : "timestamp(") + moment.fractionDigits() + ")";
            case ColumnType.TimeOfDay time -> "time(" + time.fractionDigits() + ")";
            case ColumnType.Uuid uuid -> "uuid";
        };
    }

    /** The same without a limit that values are rounded to; empty for a type without one. */
    static Optional<String> unrounded(ColumnType type) {
        return switch (type) {
            case ColumnType.Decimal decimal when decimal.precision() > 0 -> Optional.of("numeric");
            case ColumnType.Moment moment when moment.fractionDigits() < MICROSECONDS ->
                    Optional.of(moment.zoned() ? "timestamptz" : "timestamp");
            case ColumnType.TimeOfDay time when time.fractionDigits() < MICROSECONDS -> Optional.of("time");
            default -> Optional.empty();
        };
    }

    /** The text of a column's value, from which it can be read again exactly. */
    static String text(ColumnType type, String column) {
        return switch (type) {
            case ColumnType.Moment moment when moment.zoned() -> "(" + column + " AT TIME ZONE 'UTC')::text";
            default -> column + "::text";
        };
    }

    private static int number(String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
