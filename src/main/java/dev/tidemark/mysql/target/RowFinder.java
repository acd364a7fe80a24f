package dev.tidemark.mysql.target;

import dev.tidemark.copy.target.CopyTransaction.FoundRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Finds rows of a table by keys, of which the values are the same to the byte. */
final class RowFinder {
    /** A longer list would make MariaDB look the values up in a table of its own. */
    private static final int MOST_KEYS = 1_000;

    private final TargetSession session;
    private final TableStatements statements;

    RowFinder(TargetSession session, TableStatements statements) {
        this.session = session;
        this.statements = statements;
    }

    /**
     * Rows that were found.
     *
     * @param exact the rows by their keys
     * @param collisions keys that the database takes for another row's, and that row
     */
    record Found(Map<ExactKey, FoundRow> exact, Map<ExactKey, FoundRow> collisions) {
        static final Found NOTHING = new Found(Map.of(), Map.of());
    }

    /** The rows with these values in these columns, with the values of the columns of {@code read}. */
    Found find(List<Integer> positions, Collection<List<Object>> keys, List<Integer> read) {
        Map<ExactKey, List<Object>> wanted = new HashMap<>();
        keys.forEach(key -> wanted.put(ExactKey.of(key), key));
        Map<ExactKey, FoundRow> exact = new HashMap<>();
        boolean[] others = {false};
        query(positions, wanted.values(), read).forEach(row -> {
            ExactKey key = ExactKey.of(row.values(), positions);
            if (wanted.containsKey(key)) {
                exact.putIfAbsent(key, row);
            } else {
                others[0] = true;
            }
        });
        return new Found(exact, others[0] ? collisions(positions, wanted, exact, read) : Map.of());
    }

    /** The rows whose assigned key is this one or a later one, with the values of the columns of {@code read}. */
    Stream<FoundRow> since(long firstKey, List<Integer> read) {
        return session.rows(statements.select(read) + statements.atLeast(), List.of(firstKey)).stream()
                .map(row -> found(row, read));
    }

    // Which key collides, only the database knows: it is asked for each that was not found.
    private Map<ExactKey, FoundRow> collisions(
            List<Integer> positions,
            Map<ExactKey, List<Object>> wanted,
            Map<ExactKey, FoundRow> exact,
            List<Integer> read) {
        Map<ExactKey, FoundRow> collisions = new HashMap<>();
        wanted.forEach((key, values) -> {
            if (!exact.containsKey(key)) {
                query(positions, List.of(values), read).findFirst().ifPresent(row -> collisions.put(key, row));
            }
        });
        return collisions;
    }

    private Stream<FoundRow> query(List<Integer> positions, Collection<List<Object>> keys, List<Integer> read) {
        return keys.stream()
                .gather(Gatherers.windowFixed(MOST_KEYS))
                .flatMap(part -> {
                    String query = statements.select(read) + statements.among(positions, part.size());
                    return session.rows(query, TableStatements.bound(part)).stream();
                })
                .map(row -> found(row, read));
    }

    private FoundRow found(Object[] bytes, List<Integer> read) {
        Object[] row = statements.typed(bytes, read);
        return new FoundRow(TableStatements.values(row, statements.key()), row);
    }
}
