package dev.tidemark.star;

import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import java.util.function.LongFunction;

/** Finds nothing, and fails where a mapping looks up what its strategy does not declare: its changes would be lost. */
record DeclaredLookups(SourceSync<?, ?> sync) implements Lookups {
    /** Fails unless the mapping of {@code sync} looks up nothing but what its references lead to. */
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
