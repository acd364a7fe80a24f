package dev.tidemark.spark.lake;

import dev.tidemark.table.Scope;
import dev.tidemark.table.TargetTable;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.Operators.LongColumn;
import org.apache.parquet.hadoop.ParquetReader;

/**
 * Reads rows of a table as records.
 *
 * @param <T> the record of a row
 */
public final class LakeRows<T> {
    private final LakeFolder lake;
    private final TargetTable<T> table;
    private final List<LakeColumn<T>> columns;

    /** The rows of {@code table} in {@code lake}. */
    public LakeRows(LakeFolder lake, LakeTable<T> table) {
        this.lake = lake;
        this.table = table.table();
        this.columns = table.columns();
    }

    /**
     * Calls {@code taker} with the rows of {@code file} in {@code scope}, in the order of the file. A file that cannot be
     * read as one of this table is a warehouse failure that names it.
     */
    public void read(DataFile file, Scope scope, Consumer<LakeRow<T>> taker) {
        lake.asking(() -> {
            try (ParquetReader<Group> reader = ParquetRows.of(lake, file, filter(scope))) {
                for (LakeRow<T> row = next(reader, file); row != null; row = next(reader, file)) {
                    taker.accept(row);
                }
            }
            return file;
        });
    }

    private LakeRow<T> next(ParquetReader<Group> reader, DataFile file) {
        return lake.reading(file.name(), () -> {
            Group row = reader.read();
            return row == null ? null : row(row);
        });
    }

    private LakeRow<T> row(Group found) {
        int surrogates = columns.size() - table.columns().size();
        Object[] values = columns.stream().skip(surrogates).map(column -> column.read(found)).toArray();
        return new LakeRow<>(table.recordOf(values), surrogates == 0 ? null : (Long) columns.getFirst().read(found));
    }

    private FilterCompat.Filter filter(Scope scope) {
        return switch (scope) {
            case Scope.All() -> FilterCompat.NOOP;
            case Scope.Between<?>(var column, Long first, Long last) -> {
                LongColumn filtered = FilterApi.longColumn(column.name());
                yield FilterCompat.get(FilterApi.and(FilterApi.gtEq(filtered, first), FilterApi.ltEq(filtered, last)));
            }
            default -> throw new IllegalArgumentException("Files cannot be asked for " + scope);
        };
    }
}
