package dev.tidemark.engine;

import dev.tidemark.orm.SourceTable;
import java.util.List;
import java.util.stream.Stream;
import org.mybatis.dynamic.sql.SqlColumn;

/**
 * A table of the source that rows are completed from.
 *
 * @param foreignKey the column of the completed table that names a row of {@code table}
 * @param table the table looked up
 * @param lookups the tables that its own rows are completed from
 */
public record Lookup(SqlColumn<Long> foreignKey, SourceTable<?> table, List<Lookup> lookups) {
    public Lookup {
        lookups = List.copyOf(lookups);
    }

    /** The tables that are looked up in, those that their own rows are completed from included. */
    static Stream<SourceTable<?>> tables(List<Lookup> lookups) {
        return lookups.stream().flatMap(lookup -> Stream.concat(Stream.of(lookup.table()), tables(lookup.lookups())));
    }

    /** A lookup by {@code foreignKey} whose rows are completed by {@code lookups}. */
    public static Lookup of(SqlColumn<Long> foreignKey, SourceTable<?> table, Lookup... lookups) {
        return new Lookup(foreignKey, table, List.of(lookups));
    }
}
