package dev.tidemark.table;

import java.time.LocalDateTime;
import java.util.List;

/** A selection of a table's rows. */
public sealed interface Scope {
    /** Every row. */
    Scope ALL = new All();

    /** Every row. */
    record All() implements Scope {}

    /**
     * The rows whose leading key is one of these.
     *
     * @param keys at least one
     */
    record Keys(List<Long> keys) implements Scope {
        public Keys {
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("There is no key to look for");
            }
        }
    }

    /**
     * The rows whose column holds a value from {@code first} to {@code last}, both included.
     *
     * @param <C> what the column holds
     */
    record Between<C>(Column<C> column, C first, C last) implements Scope {}

    /**
     * The rows of {@code span}, without those whose value is no date, such as MySQL's {@code 2024-02-00}: it reads as
     * NULL. For the source alone.
     */
    record Moments(Between<LocalDateTime> span) implements Scope {}
}
