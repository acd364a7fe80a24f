package dev.tidemark.mysql.target;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.failure.Causes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what the user may do by asking the server to explain statements, which changes nothing: grants may come by
 * roles, patterns and columns, and only the server knows what they add up to.
 */
final class MysqlPrivileges {
    // "INSERT command denied to user ..."
    private static final Pattern DENIED = Pattern.compile("^(?<right>[A-Z]+(?:, ?[A-Z]+)*) command denied");
    // Tables that nobody has: a statement about them fails in another way if the user may run it.
    private static final String NO_TABLE = MysqlNames.quoted("tidemark probes privileges");
    private static final String NO_OTHER = MysqlNames.quoted("tidemark probes more privileges");
    private static final Set<Integer> DENIALS = Set.of(
            MysqlErrorNumbers.ER_TABLEACCESS_DENIED_ERROR,
            MysqlErrorNumbers.ER_COLUMNACCESS_DENIED_ERROR,
            MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR);

    private final TargetSession session;
    private final TargetFailures failures;
    private final String username;

    MysqlPrivileges(TargetSession session, TargetFailures failures, String username) {
        this.session = session;
        this.failures = failures;
        this.username = username;
    }

    /** The privileges that the user lacks for these tables, some of which may have to be created. */
    List<String> missing(List<CopyTable> tables) {
        Set<String> present = new HashSet<>(
                session.texts("SELECT table_name FROM information_schema.tables WHERE table_schema = database()")
                        .stream()
                        .map(row -> row[0])
                        .toList());
        List<String> missing = new ArrayList<>();
        tables.stream().filter(table -> present.contains(table.target())).forEach(table -> {
            TableStatements statements = new TableStatements(table);
            say(missing, statements.probes().stream().flatMap(probe -> denied(probe).stream()).toList(), "table "
                    + table.target());
        });
        if (tables.stream().anyMatch(table -> !present.contains(table.target()))) {
            say(missing, creating().stream().flatMap(probe -> denied(probe).stream()).toList(), "schema, or a table of"
                    + " the target is missing");
        }
        return missing;
    }

    private static List<String> creating() {
        return List.of(
                "CREATE TABLE " + NO_TABLE + " LIKE " + NO_OTHER,
                "ALTER TABLE " + NO_TABLE + " ADD FOREIGN KEY (a) REFERENCES " + NO_OTHER + " (a)");
    }

    private void say(List<String> missing, List<String> rights, String what) {
        if (!rights.isEmpty()) {
            missing.add("User \"" + username + "\" lacks " + String.join(", ", new LinkedHashSet<>(rights)) + " on the "
                    + what + ".");
        }
    }

    private Optional<String> denied(String probe) {
        try {
            session.rows(probe, List.of());
            return Optional.empty();
        } catch (RuntimeException failure) {
            SQLException cause = TargetFailures.sql(failure).orElseThrow(() -> failure);
            if (!DENIALS.contains(cause.getErrorCode())) {
                // The probe's table is missing, as it should be.
                return cause.getErrorCode() == MysqlErrorNumbers.ER_NO_SUCH_TABLE
                        ? Optional.empty()
                        : failures.explaining(() -> {
                            throw failure;
                        });
            }
            Matcher right = DENIED.matcher(Causes.firstLine(cause));
            return Optional.of(right.find() ? right.group("right") : probe.split(" ")[0]);
        }
    }
}
