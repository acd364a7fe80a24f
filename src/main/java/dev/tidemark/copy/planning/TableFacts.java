package dev.tidemark.copy.planning;

import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.ReferenceShape;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.target.TargetTypes;
import dev.tidemark.copy.value.RowKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the rows of a table tell about it.
 *
 * @param shape the table as the source describes it
 * @param rows the number of its rows
 * @param columns what they tell about each column
 * @param naturalKey the columns that may tell rows apart besides the primary key; empty for none
 * @param repeated the number of rows whose natural key another row before has too, or has NULL in it
 */
public record TableFacts(
        TableShape shape, long rows, List<ColumnFacts> columns, List<String> naturalKey, long repeated) {
    /** How the names of columns end that often tell rows apart, the best first. */
    private static final List<String> NAMES_OF_KEYS = List.of("email", "hash", "code", "name", "title");

    private static final Pattern PARTS_OF_NAMES = Pattern.compile("(?i)(first|last|middle).?name|.*(postal|zip).?code");

    /** The columns by which {@link #of} wants the rows ordered; empty for any order. */
    public static List<String> order(TableShape shape) {
        return naturalKey(shape);
    }

    /** What these rows tell; each is an array of stored values in the order of the table's columns. */
    public static TableFacts of(TableShape shape, TargetTypes types, Iterator<Object[]> rows) {
        List<ColumnFacts> columns = shape.columns().stream()
                .map(column -> new ColumnFacts(column, isIndexed(shape, column.name()), types))
                .toList();
        List<String> naturalKey = naturalKey(shape);
        List<Integer> keyPositions = naturalKey.stream().map(name -> position(shape, name)).toList();
        long count = 0;
        long repeated = 0;
        byte[] previous = {};
        while (rows.hasNext()) {
            Object[] row = rows.next();
            count++;
            for (int position = 0; position < row.length; position++) {
                columns.get(position).add(row[position]);
            }
            byte[] key = RowKey.of(row, keyPositions);
            boolean hasNull = keyPositions.stream().anyMatch(position -> row[position] == null);
            if (hasNull || count > 1 && Arrays.equals(key, previous)) {
                repeated++;
            }
            previous = key;
        }
        return new TableFacts(shape, count, columns, naturalKey, naturalKey.isEmpty() ? 0 : repeated);
    }

    /** Whether the source declares what tells its rows apart. */
    boolean hasKey() {
        return !shape.primaryKey().isEmpty()
                || shape.uniques().stream().anyMatch(unique -> unique.stream()
                        .allMatch(name -> shape.column(name).filter(ColumnShape::required).isPresent()));
    }

    // The first of: a declared key, a primary key that is no mere number, a text whose name is one for keys.
    private static List<String> naturalKey(TableShape shape) {
        Optional<List<String>> speaking = Optional.of(shape.primaryKey())
                .filter(key -> key.size() > 1 || key.stream().anyMatch(name -> isText(shape, name)));
        return Stream.of(shape.uniques().stream().findFirst(), speaking, wellNamed(shape))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }

    private static Optional<List<String>> wellNamed(TableShape shape) {
        List<String> texts = shape.columns().stream()
                .map(ColumnShape::name)
                .filter(name -> isText(shape, name))
                .toList();
        return NAMES_OF_KEYS.stream()
                .flatMap(word -> texts.stream().filter(name -> name.toLowerCase(Locale.ROOT).endsWith(word)))
                .filter(name -> !PARTS_OF_NAMES.matcher(name).matches())
                .map(List::of)
                .findFirst();
    }

    private static boolean isText(TableShape shape, String name) {
        String type = shape.column(name).map(ColumnShape::type).orElse("").toUpperCase(Locale.ROOT);
        return type.contains("CHAR") || type.contains("TEXT") || type.contains("CLOB");
    }

    private static boolean isIndexed(TableShape shape, String name) {
        List<List<String>> keys = new ArrayList<>(List.of(shape.primaryKey()));
        keys.addAll(shape.uniques());
        keys.addAll(shape.indexes());
        shape.references().stream().map(ReferenceShape::columns).forEach(keys::add);
        return keys.stream().anyMatch(key -> key.contains(name));
    }

    private static int position(TableShape shape, String name) {
        return shape.columns().indexOf(shape.column(name).orElseThrow());
    }
}
