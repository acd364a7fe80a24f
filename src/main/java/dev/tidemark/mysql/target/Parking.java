package dev.tidemark.mysql.target;

import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.target.CopyTransaction.FoundRow;
import dev.tidemark.copy.target.TableWriter.RowToWrite;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.copy.value.Values;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Frees the unique values that rows give up, before others take them: puts NULL in their place, or a value that no row
 * has. So rows exchange values within a transaction.
 */
final class Parking {
    private static final int LONGEST_WORD = 40;

    private final TargetSession session;
    private final TableStatements statements;
    private final CopyTable table;
    private final Map<Integer, Long> used = new HashMap<>();

    Parking(TargetSession session, TableStatements statements) {
        this.session = session;
        this.statements = statements;
        this.table = statements.table();
    }

    /** Parks the unique values of those of the rows that change them. A failure is the driver's. */
    void park(Map<RowToWrite, FoundRow> rows) {
        Map<List<Integer>, List<List<Object>>> updates = new LinkedHashMap<>();
        rows.forEach((row, found) -> {
            List<Integer> positions = parked(row, found);
            if (!positions.isEmpty()) {
                List<Object> values = new ArrayList<>();
                positions.forEach(position -> values.add(standIn(position)));
                values.addAll(found.targetKey());
                updates.computeIfAbsent(positions, key -> new ArrayList<>()).add(TableStatements.bound(List.of(values)));
            }
        });
        updates.forEach(this::update);
    }

    /** Parks the unique values of the rows with these keys, all of which change. A failure is the driver's. */
    void vacate(List<List<Object>> targetKeys) {
        List<Integer> positions = table.uniques().stream()
                .map(this::easiest)
                .flatMap(Optional::stream)
                .distinct()
                .sorted()
                .toList();
        if (!positions.isEmpty()) {
            update(positions, targetKeys.stream()
                    .map(key -> {
                        List<Object> values = new ArrayList<>();
                        positions.forEach(position -> values.add(standIn(position)));
                        values.addAll(key);
                        return TableStatements.bound(List.of(values));
                    })
                    .toList());
        }
    }

    private void update(List<Integer> positions, List<List<Object>> values) {
        // A number that stands in for a reference leads nowhere; the final one is checked again.
        boolean leadsNowhere = positions.stream().anyMatch(this::refers);
        checkReferences(!leadsNowhere);
        try {
            session.update(statements, positions, values);
        } finally {
            checkReferences(true);
        }
    }

    private void checkReferences(boolean checks) {
        session.execute("SET SESSION foreign_key_checks = " + (checks ? 1 : 0), List.of());
    }

    // One column of each key that changes is enough.
    private List<Integer> parked(RowToWrite row, FoundRow found) {
        TreeSet<Integer> positions = new TreeSet<>();
        table.uniques().stream()
                .filter(unique -> unique.stream()
                        .anyMatch(position -> !Values.equal(row.values()[position], found.values()[position])))
                .map(this::easiest)
                .flatMap(Optional::stream)
                .forEach(positions::add);
        return List.copyOf(positions);
    }

    private Optional<Integer> easiest(List<Integer> unique) {
        return unique.stream()
                .filter(position -> !statements.key().contains(position))
                .min(Comparator.comparing((Integer position) -> column(position).required())
                        .thenComparing(this::refers)
                        .thenComparing(position -> column(position).type() instanceof ColumnType.Truth));
    }

    private boolean refers(int position) {
        return column(position).required()
                && table.references().stream().anyMatch(reference -> reference.columns().contains(position));
    }

    private CopyColumn column(int position) {
        return table.columns().get(position);
    }

    private Object standIn(int position) {
        if (!column(position).required()) {
            return null;
        }
        while (true) {
            Object value = standIn(column(position).type(), used.merge(position, 1L, Long::sum));
            String query = statements.select(List.of(position)) + statements.among(List.of(position), 1) + " LIMIT 1";
            if (session.rows(query, TableStatements.bound(List.of(List.of(value)))).isEmpty()) {
                return value;
            }
        }
    }

    // From the end of the range that is used least.
    private static Object standIn(ColumnType type, long number) {
        return switch (type) {
            case ColumnType.Whole whole -> whole.least() < 0 ? whole.least() + number : whole.most() - number;
            case ColumnType.Decimal decimal -> BigDecimal.ONE
                    .movePointRight(decimal.precision() - Math.max(decimal.scale(), 0))
                    .negate()
                    .add(BigDecimal.valueOf(number));
            case ColumnType.Floating floating -> -number * (floating.single() ? 1e30 : 1e300) / 1e6;
            case ColumnType.Truth truth -> number % 2 == 0;
            case ColumnType.Text text -> word(number, text.mostCharacters());
            case ColumnType.Uuid uuid -> String.format("ffffffff-ffff-ffff-ffff-%012x", number);
            case ColumnType.Bytes bytes -> word(number, (int) Math.min(bytes.most(), LONGEST_WORD))
                    .getBytes(StandardCharsets.US_ASCII);
            case ColumnType.Day day -> LocalDate.of(9999, 12, 31).minusDays(number);
            case ColumnType.Moment moment -> moment.zoned()
                    ? LocalDateTime.of(2038, 1, 19, 3, 14, 7).minusSeconds(number)
                    : LocalDateTime.of(9999, 12, 31, 23, 59, 59).minusSeconds(number);
            case ColumnType.TimeOfDay time -> LocalTime.MAX.withNano(0).minusSeconds(number);
        };
    }

    private static String word(long number, int most) {
        String digits = Long.toString(number, Character.MAX_RADIX);
        String word = "~tidemark~" + digits;
        return most == 0 || word.length() <= most ? word : ("~" + digits).substring(Math.max(0, 1 + digits.length() - most));
    }
}
