package dev.tidemark.cli;

import dev.tidemark.keys.KeyReader;
import dev.tidemark.star.SyncPlan;
import io.micronaut.context.ApplicationContext;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of the star, which a shell completes. They are asked for only when its script is made. */
final class StarTables {
    private StarTables() {}

    /** Every table. */
    static final class All implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(SyncPlan::names);
        }
    }

    /** The tables that have surrogate keys. */
    static final class WithKeys implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names(KeyReader::names);
        }
    }

    private static Iterator<String> names(Function<SyncPlan, List<String>> names) {
        try (ApplicationContext context = Services.context(Stream.empty())) {
            return names.apply(context.getBean(SyncPlan.class)).iterator();
        }
    }
}
