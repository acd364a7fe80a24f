package dev.tidemark.mysql.target;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import com.mysql.cj.jdbc.exceptions.PacketTooBigException;
import dev.tidemark.failure.Causes;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server says of a row that it refuses because of its values.
 *
 * @param reason why, for people
 * @param mayPass whether the row may be taken once other rows are written: another one has its unique value, or one that
 *     it refers to is not there
 */
record BadRow(String reason, boolean mayPass) {
    // Neither of them has an SQL state that tells a bad row from a bad statement.
    private static final int GENERATED_COLUMN = 3105;
    private static final Set<Integer> VALUES = Set.of(
            MysqlErrorNumbers.ER_TRUNCATED_WRONG_VALUE_FOR_FIELD,
            MysqlErrorNumbers.WARN_DATA_TRUNCATED,
            MysqlErrorNumbers.ER_CANT_AGGREGATE_2COLLATIONS,
            MysqlErrorNumbers.ER_CANT_AGGREGATE_NCOLLATIONS,
            MysqlErrorNumbers.ER_NO_PARTITION_FOR_GIVEN_VALUE,
            MysqlErrorNumbers.ER_CHECK_CONSTRAINT_VIOLATED,
            MysqlErrorNumbers.ER_TOO_BIG_ROWSIZE,
            MysqlErrorNumbers.ER_SIGNAL_EXCEPTION);
    /** The driver itself refuses a value, such as Infinity. */
    private static final String DRIVERS_OWN = "S1009";

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate entry '(?<value>.*)' for key '(?<key>.*)'");
    private static final Pattern PARENT = Pattern.compile(
            "FOREIGN KEY \\((?<columns>.*?)\\) REFERENCES (?:`[^`]*`\\.)?`(?<parent>(?:[^`]|``)*)`");

    /** Why the row is bad; empty if the failure is another one, such as a lost connection. */
    static Optional<BadRow> of(RuntimeException failure) {
        if (Causes.of(failure).anyMatch(PacketTooBigException.class::isInstance)) {
            return Optional.of(new BadRow("it is larger than the max_allowed_packet of the target", false));
        }
        return TargetFailures.sql(failure).filter(BadRow::isOfValues).map(BadRow::explained);
    }

    private static boolean isOfValues(SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        return cause.getErrorCode() != GENERATED_COLUMN
                && (state.startsWith("22")
                        || state.startsWith("23")
                        || state.equals(DRIVERS_OWN)
                        || VALUES.contains(cause.getErrorCode()));
    }

    private static BadRow explained(SQLException cause) {
        String message = Causes.firstLine(cause).replaceFirst("^Data truncation: ", "").replaceFirst(" at row \\d+$", "");
        return switch (cause.getErrorCode()) {
            case MysqlErrorNumbers.ER_DUP_ENTRY, MysqlErrorNumbers.ER_DUP_ENTRY_WITH_KEY_NAME -> duplicate(message);
            case MysqlErrorNumbers.ER_NO_REFERENCED_ROW, MysqlErrorNumbers.ER_NO_REFERENCED_ROW_2 -> orphan(message);
            default -> new BadRow("the target refuses it: " + message, false);
        };
    }

    private static BadRow duplicate(String message) {
        Matcher parts = DUPLICATE.matcher(message);
        return new BadRow(
                parts.find()
                        ? "another row of the target has \"" + parts.group("value") + "\" in the key "
                                + parts.group("key").replaceFirst("^.*\\.", "")
                        : message,
                true);
    }

    private static BadRow orphan(String message) {
        Matcher parts = PARENT.matcher(message);
        return new BadRow(
                parts.find()
                        ? "its " + parts.group("columns").replace("`", "") + " refers to a row of "
                                + parts.group("parent").replace("``", "`") + " that is not in the target"
                        : message,
                true);
    }
}
