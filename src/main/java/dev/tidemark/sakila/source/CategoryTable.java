package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table category. */
public final class CategoryTable extends SqlTable {
    public static final CategoryTable CATEGORY = new CategoryTable();

    /** How its rows are read. */
    public static final SourceTable<Category> ROWS = SourceTable.of(
            CATEGORY,
            KeyColumns.of(CATEGORY.categoryId),
            CATEGORY.lastUpdate,
            List.of(CATEGORY.categoryId, CATEGORY.name, CATEGORY.lastUpdate),
            CategoryMapper.class,
            row -> Key.of(row.categoryId()))
            .inRangesOf(1);

    public final SqlColumn<Long> categoryId = column("category_id", JDBCType.BIGINT);
    public final SqlColumn<String> name = column("name", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private CategoryTable() {
        super("category");
    }
}
