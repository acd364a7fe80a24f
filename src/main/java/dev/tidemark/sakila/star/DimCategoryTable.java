package dev.tidemark.sakila.star;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table dim_category. */
public final class DimCategoryTable extends SqlTable {
    public static final DimCategoryTable DIM_CATEGORY = new DimCategoryTable();

    /** How its rows are written and read. */
    public static final TargetTable<DimCategory> ROWS = new TargetTable<>(
            DIM_CATEGORY,
            KeyColumns.of(DIM_CATEGORY.categoryId),
            Optional.of(DIM_CATEGORY.categoryKey),
            List.of(
                    new TargetColumn<>(DIM_CATEGORY.categoryId, "categoryId", DimCategory::categoryId),
                    new TargetColumn<>(DIM_CATEGORY.name, "name", DimCategory::name),
                    new TargetColumn<>(DIM_CATEGORY.lastUpdate, "lastUpdate", DimCategory::lastUpdate)),
            DimCategoryMapper.class,
            row -> Key.of(row.categoryId()));

    public final SqlColumn<Long> categoryKey = column("category_key", JDBCType.BIGINT);
    public final SqlColumn<Long> categoryId = column("category_id", JDBCType.BIGINT);
    public final SqlColumn<String> name = column("name", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.VARCHAR);

    private DimCategoryTable() {
        super("dim_category");
    }
}
