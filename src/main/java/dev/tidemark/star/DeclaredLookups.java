package dev.tidemark.star;

import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import java.util.function.LongFunction;

/**
 * Finds nothing; fails if a mapping looks up a table that its strategy does not declare: loads would miss its changes.
 */
record DeclaredLookups(SourceSync<?, ?> sync) implements Lookups {
    /** Fails if the mapping of {@code sync} looks up a table that none of its references leads to. */
    static void require(SourceSync<?, ?> sync) {
        DeclaredLookups declared = new DeclaredLookups(sync);
        sync.source().joins().forEach(step -> declared.rows(step.table()));
        sync.mapping(declared);
    }

    @Override
    public <R> LongFunction<R> rows(SourceTable<R> table) {
        requireDeclared(sync.references().stream().flatMap(Reference::lookedUp).anyMatch(table::equals), table.name());
        return key -> null;
    }

    @Override
    public LongFunction<Long> surrogateKeys(TargetTable<?> table) {
        requireDeclared(sync.dependsOn().contains(table.name()), table.name());
        return key -> null;
    }

    private void requireDeclared(boolean declared, String table) {
        if (!declared) {
            throw new IllegalStateException(
                    sync.name() + " looks up " + table + ", and none of its references says so");
        }
    }
}
