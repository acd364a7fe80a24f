package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table category. */
public final class CategoryTable extends SourceTable<CategoryTable.Category> {
    /**
     * A category of films.
     *
     * @param categoryId natural key
     */
    public record Category(long categoryId, String name, LocalDateTime lastUpdate) {}

    public static final CategoryTable CATEGORY = new CategoryTable();

    public final Column<Long> categoryId = key("category_id", Category::categoryId);
    public final Column<String> name = text("name");
    public final Column<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private CategoryTable() {
        super("category", row -> new Category(row.number(), row.text(), row.time()), 1);
    }
}
