package dev.tidemark.engine;

import dev.tidemark.orm.TargetTable;
import org.mybatis.dynamic.sql.SqlColumn;

/**
 * A table of the warehouse that rows refer to. When a row of it vanishes, the rows that refer to it are read again.
 *
 * @param reference the referring column
 * @param table the table referred to
 * @param by which of its keys the column holds
 */
public record Parent(SqlColumn<Long> reference, TargetTable<?> table, By by) {
    /** The kinds of keys to refer by. */
    public enum By {
        SURROGATE_KEY,
        NATURAL_KEY
    }

    /** A reference by surrogate key. */
    public static Parent bySurrogateKey(SqlColumn<Long> reference, TargetTable<?> table) {
        return new Parent(reference, table, By.SURROGATE_KEY);
    }

    /** A reference by natural key. */
    public static Parent byNaturalKey(SqlColumn<Long> reference, TargetTable<?> table) {
        return new Parent(reference, table, By.NATURAL_KEY);
    }
}
