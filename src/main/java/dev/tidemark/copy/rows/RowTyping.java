package dev.tidemark.copy.rows;

import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.value.BadValue;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.copy.value.Conversion;
import dev.tidemark.copy.value.RowHash;
import dev.tidemark.copy.value.RowKey;
import dev.tidemark.copy.value.TypedText;
import dev.tidemark.failure.TidemarkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes candidates of a table's rows. It is used by one thread. */
public final class RowTyping {
    private final CopyTable table;
    private final Set<Integer> notTyped;
    private final RowHash hash = new RowHash();

    /**
     * The typing of the rows of {@code table}.
     *
     * @param rewritten the positions of columns whose values are ids of the target
     */
    public RowTyping(CopyTable table, Set<Integer> rewritten) {
        this.table = table;
        this.notTyped = new TreeSet<>(rewritten);
        table.assigned().ifPresent(notTyped::add);
    }

    /** The key of a row, as {@link RowKey} encodes it. */
    public byte[] key(Object[] stored) {
        return RowKey.of(stored, table.key());
    }

    /** The hash of a row, as {@link RowHash} makes it. */
    public byte[] hash(Object[] stored) {
        return hash.of(stored);
    }

    /** The row with its typed values, or with the reason why it has none. */
    public Candidate candidate(byte[] key, byte[] rowHash, boolean known, Object[] stored) {
        Object[] typed = new Object[stored.length];
        for (int position = 0; position < stored.length; position++) {
            CopyColumn column = table.columns().get(position);
            boolean isKey = table.key().contains(position);
            if (stored[position] == null && isKey) {
                return bad(key, known, stored, column.source() + ": a key is NULL");
            }
            if (notTyped.contains(position)) {
                continue;
            }
            Object value = Conversion.typed(column.transforms(), column.type(), stored[position]);
            if (value instanceof BadValue why) {
                return bad(key, known, stored, column.source() + ": " + why.reason());
            }
            if (value == null && column.required()) {
                return bad(key, known, stored, column.source() + ": NULL, where the target wants a value");
            }
            typed[position] = value;
        }
        return new Candidate(key, rowHash, known, stored, typed, null);
    }

    /** The row, which cannot be carried over because of {@code problem}. */
    public Candidate bad(byte[] key, boolean known, Object[] stored, String problem) {
        return new Candidate(key, null, known, stored, null, problem);
    }

    /** The key in the target of a row with these typed values. */
    public static List<Object> targetKey(CopyTable table, Object[] typed) {
        List<Object> key = new ArrayList<>(table.identity().size());
        table.identity().forEach(position -> key.add(typed[position]));
        return key;
    }

    /** A key of the target that {@link RowKey} encoded, as typed values. */
    public static List<Object> targetKey(CopyTable table, byte[] encoded) {
        List<Object> values = RowKey.values(encoded);
        if (values.size() != table.identity().size()) {
            throw TidemarkException.warehouse(
                    "The rows of " + table.source() + " are known by another key than " + table.named(table.identity()),
                    "incremental, which takes the rows of the target over by that key",
                    null);
        }
        List<Object> key = new ArrayList<>(values.size());
        for (int index = 0; index < values.size(); index++) {
            key.add(typed(table.columns().get(table.identity().get(index)).type(), values.get(index)));
        }
        return key;
    }

    private static Object typed(ColumnType type, Object decoded) {
        return switch (decoded) {
            case String text -> TypedText.parse(type, text);
            case Long whole when type instanceof ColumnType.Floating -> whole.doubleValue();
            case null, default -> decoded;
        };
    }
}
