package dev.tidemark.orm;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/**
 * A table of the warehouse that mirrors rows of the source, found again by their natural key.
 *
 * @param table the typed table
 * @param key the natural key, UNIQUE in the table
 * @param surrogateKey the key that the warehouse gave, where others refer to it: a full load keeps it. Empty for a
 *     table that a full load may fill anew
 * @param columns all columns that are written, those of the natural key included
 * @param mapper reads a row
 * @param keyOf the natural key of a record
 * @param <T> the record of a row
 */
public record TargetTable<T>(
        SqlTable table,
        KeyColumns key,
        Optional<SqlColumn<Long>> surrogateKey,
        List<TargetColumn<T>> columns,
        Class<? extends RowMapper<T>> mapper,
        Function<T, Key> keyOf) {

    public TargetTable {
        columns = List.copyOf(columns);
    }

    /** The table's name in the warehouse. */
    public String name() {
        return table.tableNameAtRuntime();
    }

    /** The surrogate key's column; an error for a table without. */
    public SqlColumn<Long> requiredSurrogateKey() {
        return surrogateKey.orElseThrow(() -> new IllegalStateException(name() + " keeps no surrogate key"));
    }
}
