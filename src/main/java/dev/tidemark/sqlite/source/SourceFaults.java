package dev.tidemark.sqlite.source;

import dev.tidemark.failure.Causes;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Looks for faults of the source's file and rows. */
record SourceFaults(SnapshotQueries queries) {
    private static final String NO_FAULT = "ok";

    /** The faults in words, at most {@code most}. */
    List<String> find(int most) {
        return Stream.concat(
                        checking(() -> queries.faults(most).stream()
                                .map(row -> (String) row[0])
                                .filter(fault -> !fault.equals(NO_FAULT))
                                .toList()),
                        checking(() -> queries.orphans(most).stream().map(SourceFaults::orphan).toList()))
                .limit(most)
                .toList();
    }

    // A schema that contradicts itself, or that needs what only its program has, makes a check fail as a whole.
    private static Stream<String> checking(Supplier<List<String>> check) {
        try {
            return check.get().stream();
        } catch (PersistenceException failure) {
            return Stream.of(Causes.of(failure)
                    .filter(SQLiteException.class::isInstance)
                    .filter(cause -> (((SQLiteException) cause).getResultCode().code & 0xff)
                            == SQLiteErrorCode.SQLITE_ERROR.code)
                    .findFirst()
                    .map(cause -> "SQLite cannot check it: " + Causes.firstLine(cause))
                    .orElseThrow(() -> failure));
        }
    }

    private static String orphan(Object[] row) {
        String which = row[1] == null ? "A row" : "The row with rowid " + row[1];
        return which + " of " + row[0] + " refers to a row of " + row[2] + " that is missing";
    }
}
