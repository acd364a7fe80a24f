package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The warehouse's table dim_category. */
public final class DimCategoryTable extends TargetTable<DimCategoryTable.DimCategory> {
    /**
     * A category of films.
     *
     * @param categoryId natural key
     * @param lastUpdate UTC
     */
    public record DimCategory(long categoryId, String name, LocalDateTime lastUpdate) {}

    public static final DimCategoryTable DIM_CATEGORY = new DimCategoryTable();

    public final Column<Long> categoryKey = surrogateKey("category_key");
    public final Column<Long> categoryId = key("category_id", DimCategory::categoryId);
    public final Column<String> name = text("name", DimCategory::name);
    public final Column<LocalDateTime> lastUpdate = time("last_update", DimCategory::lastUpdate);

    private DimCategoryTable() {
        super("dim_category", row -> new DimCategory(row.number(), row.text(), row.time()));
    }
}
