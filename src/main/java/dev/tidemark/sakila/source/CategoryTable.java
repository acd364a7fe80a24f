package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table category. */
public final class CategoryTable extends SourceTable<Category> {
    public static final CategoryTable CATEGORY = new CategoryTable();

    public final SqlColumn<Long> categoryId = key("category_id", Category::categoryId);
    public final SqlColumn<String> name = text("name");
    public final SqlColumn<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private CategoryTable() {
        super("category", Category.class, 1);
    }
}
