package dev.tidemark.sakila.star;

import dev.tidemark.sql.TargetTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table dim_category. */
public final class DimCategoryTable extends TargetTable<DimCategory> {
    public static final DimCategoryTable DIM_CATEGORY = new DimCategoryTable();

    public final SqlColumn<Long> categoryKey = surrogateKey("category_key");
    public final SqlColumn<Long> categoryId = key("category_id", DimCategory::categoryId);
    public final SqlColumn<String> name = text("name", DimCategory::name);
    public final SqlColumn<LocalDateTime> lastUpdate = time("last_update", DimCategory::lastUpdate);

    private DimCategoryTable() {
        super("dim_category", DimCategory.class);
    }
}
