package dev.tidemark.engine;

import dev.tidemark.database.WarehouseSession;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.SourceReference;
import dev.tidemark.orm.TargetTable;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;

/**
 * A row that the rows of a table refer to. When it vanishes, and when rows come to refer to another, they are read
 * again.
 *
 * @param reference the referring column of the warehouse
 * @param origin how the source's rows refer to it
 * @param by which of its keys the column holds
 */
public record Parent(SqlColumn<Long> reference, SourceReference origin, By by) {
    /** The kinds of keys to refer by. */
    public sealed interface By {
        /** The table of the warehouse that is referred to. */
        Optional<TargetTable<?>> referredTable();

        /** What the referring column holds for parents with these natural keys. */
        KeySet referred(WarehouseSession warehouse, KeySet naturalKeys);
    }

    /**
     * By surrogate key.
     *
     * @param table the table referred to
     */
    public record SurrogateKey(TargetTable<?> table) implements By {
        @Override
        public Optional<TargetTable<?>> referredTable() {
            return Optional.of(table);
        }

        @Override
        public KeySet referred(WarehouseSession warehouse, KeySet naturalKeys) {
            return warehouse.surrogateKeys(table, naturalKeys);
        }
    }

    /**
     * By natural key.
     *
     * @param table the table referred to; empty where the warehouse has none of its kind
     */
    public record NaturalKey(Optional<TargetTable<?>> table) implements By {
        @Override
        public Optional<TargetTable<?>> referredTable() {
            return table;
        }

        @Override
        public KeySet referred(WarehouseSession warehouse, KeySet naturalKeys) {
            return naturalKeys;
        }
    }

    /** A reference by surrogate key. */
    public static Parent bySurrogateKey(SqlColumn<Long> reference, TargetTable<?> table, SourceReference origin) {
        return new Parent(reference, origin, new SurrogateKey(table));
    }

    /** A reference by natural key. */
    public static Parent byNaturalKey(SqlColumn<Long> reference, TargetTable<?> table, SourceReference origin) {
        return new Parent(reference, origin, new NaturalKey(Optional.of(table)));
    }

    /** A reference by natural key to what the warehouse has no table of. */
    public static Parent byNaturalKey(SqlColumn<Long> reference, SourceReference origin) {
        return new Parent(reference, origin, new NaturalKey(Optional.empty()));
    }

    /** What the referring column holds for parents with these natural keys. */
    KeySet referred(WarehouseSession warehouse, KeySet naturalKeys) {
        return by.referred(warehouse, naturalKeys);
    }

    /** The table of the warehouse that is referred to. */
    public Optional<TargetTable<?>> table() {
        return by.referredTable();
    }
}
