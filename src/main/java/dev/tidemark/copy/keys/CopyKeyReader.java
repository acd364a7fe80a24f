package dev.tidemark.copy.keys;

import static dev.tidemark.copy.state.TableStateTable.COPY_TABLE;

import dev.tidemark.copy.rows.TableStates;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.state.TableState;
import dev.tidemark.failure.NearestName;
import dev.tidemark.failure.TidemarkException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads the keys of the rows that are in the target, from the state alone. */
public final class CopyKeyReader {
    private final CopyState state;

    /** A reader of {@code state}. */
    public CopyKeyReader(CopyState state) {
        this.state = state;
    }

    /**
     * Calls {@code reader} for each table, in the order of loads, with the name of the table in the source and its
     * keys, ordered by the key in the source, which are read as they are consumed; all from one state.
     *
     * @param name the one table to read, by its name in either end; empty for all. An unknown one is a usage failure
     */
    public void read(Optional<String> name, BiConsumer<String, Keys> reader) {
        try (StateSession session = state.begin()) {
            List<TableState> tables = session.records().rows(COPY_TABLE);
            name.map(wanted -> List.of(named(tables, wanted))).orElse(tables).forEach(table -> reader.accept(
                    table.tableName(),
                    next -> session.rows().all(table.id(), rows -> rows.forEachRemaining(row -> {
                        if (row.present()) {
                            next.accept(new CopyKey(row.sourceKey(), row.keyInTarget()));
                        }
                    }))));
        }
    }

    private TableState named(List<TableState> tables, String name) {
        List<String> known = tables.stream()
                .flatMap(table -> Stream.of(table.tableName(), TableStates.target(table)))
                .distinct()
                .toList();
        return tables.stream()
                .filter(table -> table.tableName().equals(name))
                .findFirst()
                .or(() -> tables.stream().filter(table -> TableStates.target(table).equals(name)).findFirst())
                .orElseThrow(() -> TidemarkException.usage(
                        "No keys of a table \"" + name + "\" are in the state file " + state.file().path(),
                        known.isEmpty() ? "full-load, which fills it" : NearestName.to(name, known)));
    }

    /** The keys of a table. */
    @FunctionalInterface
    public interface Keys {
        /** Passes each key to {@code next}. */
        void forEach(Consumer<CopyKey> next);
    }
}
