package dev.tidemark.exactness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A whole star by natural keys.
 *
 * @param tables the rows of every table
 */
record Star(Map<StarTable, StarRows> tables) {
    private static final int SHOWN = 5;

    Star {
        tables = Map.copyOf(tables);
    }

    /** Fails and names the first differing rows of each table unless {@code actual} holds the same rows. */
    void requireEqual(String description, Star actual) {
        List<String> lines = new ArrayList<>();
        for (StarTable table : StarTable.values()) {
            List<String> differences = tables.get(table).differences(actual.tables.get(table));
            if (!differences.isEmpty()) {
                lines.add("%s: %d rows differ".formatted(table.name().toLowerCase(), differences.size()));
                differences.stream().limit(SHOWN).forEach(line -> lines.add("  " + line));
            }
        }
        if (!lines.isEmpty()) {
            throw new AssertionError(description + "\n" + String.join("\n", lines));
        }
    }
}
