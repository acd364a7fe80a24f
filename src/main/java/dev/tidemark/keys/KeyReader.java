package dev.tidemark.keys;

import dev.tidemark.failure.NearestName;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.TableSync;
import dev.tidemark.table.KeyPair;
import dev.tidemark.table.TargetTable;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads the keys of the tables that keep surrogate keys: those that others refer to. */
public final class KeyReader {
    private final Target target;
    private final List<TargetTable<?>> tables;

    /** A reader of {@code target}. */
    public KeyReader(Target target, SyncPlan plan) {
        this.target = target;
        this.tables = withKeys(plan).toList();
    }

    /** The names of the tables that have surrogate keys, in order. */
    public static List<String> names(SyncPlan plan) {
        return withKeys(plan).map(TargetTable::name).toList();
    }

    private static Stream<TargetTable<?>> withKeys(SyncPlan plan) {
        return plan.tables().stream()
                .<TargetTable<?>>map(TableSync::target)
                .filter(table -> table.surrogateKey().isPresent());
    }

    /**
     * Passes each row's keys to {@code next}, ordered by table and natural key, from one state of the warehouse;
     * returns the number of rows.
     *
     * @param name the one table to read; empty for all. A table without surrogate keys is a usage failure
     */
    public long read(Optional<String> name, Consumer<KeyEntry> next) {
        List<TargetTable<?>> wanted = name.map(this::named).map(List::<TargetTable<?>>of).orElse(tables);
        return target.read(session ->
                wanted.stream().mapToLong(table -> read(session, table, next)).sum());
    }

    private TargetTable<?> named(String name) {
        List<String> names = tables.stream().map(TargetTable::name).toList();
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> TidemarkException.usage(
                        "No table with surrogate keys: \"" + name + "\"; there are " + String.join(", ", names),
                        NearestName.to(name, names)));
    }

    private static long read(TargetSession session, TargetTable<?> table, Consumer<KeyEntry> next) {
        return session.streamSurrogateKeys(table, pairs -> {
            long rows = 0;
            while (pairs.hasNext()) {
                KeyPair pair = pairs.next();
                next.accept(new KeyEntry(table.name(), pair.fromKey(), pair.toKey()));
                rows++;
            }
            return rows;
        });
    }
}
