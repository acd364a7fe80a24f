package dev.tidemark.mysql.target;

import dev.tidemark.copy.value.ColumnType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of MySQL and MariaDB: what they hold, and which one a column of SQLite gets. */
final class MysqlTypes {
    // "decimal(10,2) unsigned", "tinyint(1)", "timestamp"
    private static final Pattern TYPE =
            Pattern.compile("(?<name>[a-z]+(?: precision)?)\\s*(?:\\((?<first>\\d+)(?:,\\s*(?<second>\\d+))?\\))?"
                    + "(?<unsigned> unsigned)?(?: zerofill)?");
    private static final Pattern ARGUMENTS = Pattern.compile("\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\)");

    private static final int MOST_DECIMAL_DIGITS = 65;
    private static final int MOST_DECIMAL_SCALE = 30;
    /** A longer VARCHAR might not fit into a row beside others. */
    private static final int LONGEST_VARCHAR = 4_000;
    /** Two such columns fit into one index. */
    private static final int LONGEST_INDEXED = 255;

    private MysqlTypes() {}

    /** What a column of this type holds; empty for a type that is not carried. */
    static Optional<ColumnType> held(String type) {
        Matcher parts = TYPE.matcher(type.toLowerCase(Locale.ROOT).strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        String first = parts.group("first");
        int length = first == null ? -1 : Integer.parseInt(first);
        int scale = parts.group("second") == null ? 0 : Integer.parseInt(parts.group("second"));
        boolean unsigned = parts.group("unsigned") != null;
        return Optional.ofNullable(
                switch (parts.group("name")) {
                    case "bool", "boolean" -> new ColumnType.Truth();
                    case "tinyint" -> length == 1 && !unsigned ? new ColumnType.Truth() : whole(8, unsigned);
                    case "smallint" -> whole(16, unsigned);
                    case "mediumint" -> whole(24, unsigned);
                    case "int", "integer" -> whole(32, unsigned);
                    case "bigint" -> whole(64, unsigned);
                    case "year" -> new ColumnType.Whole(1901, 2155);
                    case "decimal", "numeric" -> new ColumnType.Decimal(length < 0 ? 10 : length, scale);
                    // One with digits, such as double(10,2), rounds without saying so.
                    case "float" -> length < 0 ? new ColumnType.Floating(true) : null;
                    case "double", "double precision", "real" -> length < 0 ? new ColumnType.Floating(false) : null;
                    case "char" -> new ColumnType.Text(length < 0 ? 1 : length, 0, true);
                    case "varchar" -> new ColumnType.Text(length, 0, false);
                    case "tinytext" -> new ColumnType.Text(0, 0xFF, false);
                    case "text" -> new ColumnType.Text(0, 0xFFFF, false);
                    case "mediumtext" -> new ColumnType.Text(0, 0xFF_FFFF, false);
                    case "longtext" -> new ColumnType.Text(0, 0xFFFF_FFFFL, false);
                    case "varbinary" -> new ColumnType.Bytes(length);
                    case "tinyblob" -> new ColumnType.Bytes(0xFF);
                    case "blob" -> new ColumnType.Bytes(0xFFFF);
                    case "mediumblob" -> new ColumnType.Bytes(0xFF_FFFF);
                    case "longblob" -> new ColumnType.Bytes(0xFFFF_FFFFL);
                    case "date" -> new ColumnType.Day();
                    case "datetime" -> new ColumnType.Moment(Math.max(length, 0), false);
                    case "timestamp" -> new ColumnType.Moment(Math.max(length, 0), true);
                    case "time" -> new ColumnType.TimeOfDay(Math.max(length, 0));
                    case "uuid" -> new ColumnType.Uuid();
                    default -> null;
                });
    }

    /** The type for a column that SQLite declares as {@code declared}. */
    static String typeFor(String declared, boolean indexed) {
        String type = declared.toUpperCase(Locale.ROOT);
        Matcher arguments = ARGUMENTS.matcher(type);
        boolean sized = arguments.find();
        int first = sized ? limited(arguments.group(1)) : 0;
        int second = sized && arguments.group(2) != null ? limited(arguments.group(2)) : 0;
        if (type.contains("BOOL")) {
            return "tinyint(1)";
        }
        if (type.contains("UUID") || type.contains("GUID")) {
            return "char(36)";
        }
        if (type.contains("INT")) {
            return "bigint";
        }
        if (type.contains("CHAR") || type.contains("CLOB") || type.contains("TEXT")) {
            return text(first, indexed);
        }
        if (type.contains("BLOB") || type.contains("BINARY")) {
            return indexed ? "varbinary(" + LONGEST_INDEXED + ")" : "longblob";
        }
        if (type.contains("DATETIME") || type.contains("TIMESTAMP")) {
            return "datetime(6)";
        }
        if (type.contains("DATE")) {
            return "date";
        }
        if (type.contains("TIME")) {
            return "time(6)";
        }
        if (type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")) {
            return "double";
        }
        if (type.contains("DEC") || type.contains("NUM") || type.contains("MONEY")) {
            boolean fits = first > 0 && first <= MOST_DECIMAL_DIGITS && second <= Math.min(first, MOST_DECIMAL_SCALE);
            return fits ? "decimal(" + first + "," + second + ")" : "decimal(38,10)";
        }
        return text(0, indexed);
    }

    private static String text(int length, boolean indexed) {
        int most = indexed ? LONGEST_INDEXED * 3 : LONGEST_VARCHAR;
        if (length > 0 && length <= most) {
            return "varchar(" + length + ")";
        }
        return indexed ? "varchar(" + LONGEST_INDEXED + ")" : "longtext";
    }

    // More digits than any type has are as good as any other number that is too large.
    private static int limited(String digits) {
        return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    // An unsigned BIGINT holds more, but a value of SQLite never needs it.
    private static ColumnType whole(int bits, boolean unsigned) {
        if (unsigned) {
            return new ColumnType.Whole(0, bits == 64 ? Long.MAX_VALUE : (1L << bits) - 1);
        }
        long most = Long.MAX_VALUE >> 64 - bits;
        return new ColumnType.Whole(-most - 1, most);
    }
}
