package dev.tidemark.exactness;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Random new rows of all tables, some of them imports with old dates. */
final class RandomInserts {
    private final RandomValues values;
    private final int writers;
    private final Map<SourceTables, Integer> newKeys = new EnumMap<>(SourceTables.class);

    /** New rows by one of several writers. */
    RandomInserts(RandomValues values, int writer, int writers) {
        this.values = values;
        this.writers = writers;
        for (SourceTables table : SourceTables.values()) {
            newKeys.put(table, writer + (table.largestKey() < 1_000 ? 100 : 10_000));
        }
    }

    /** A new row, whose key may have been used before and whose date may be old. */
    String any(SourceTables table) {
        String key = values.chance(50) ? newKey(table) : values.chance(50) ? "DEFAULT" : values.smallKey();
        return insert(table, key, values.chance(50) ? oldDate(table) : "DEFAULT");
    }

    /** A new row with this key and this date. */
    String insert(SourceTables table, String key, String date) {
        List<String> columns = new ArrayList<>();
        List<String> chosen = new ArrayList<>();
        if (table.hasOwnKey()) {
            columns.add(table.keyColumns().getFirst());
            chosen.add(key);
        }
        table.columns().forEach(column -> {
            columns.add(column.name());
            chosen.add(values.of(column));
        });
        return "INSERT INTO %s (%s, last_update) VALUES (%s, %s)"
                .formatted(table.table(), String.join(", ", columns), String.join(", ", chosen), date);
    }

    /** A key that no row ever had. */
    String newKey(SourceTables table) {
        return Integer.toString(newKeys.merge(table, writers, Integer::sum));
    }

    private String oldDate(SourceTables table) {
        return table.mayBeUndated() && values.chance(30) ? "NULL" : values.longAgo();
    }
}
