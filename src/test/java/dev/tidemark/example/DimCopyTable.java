package dev.tidemark.example;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The warehouse's table dim_copy. */
public final class DimCopyTable extends TargetTable<DimCopyTable.DimCopy> {
    /** A copy of a film in a store; a key is null where the source has no such film or store. */
    public record DimCopy(long inventoryId, Long filmKey, Long storeKey, LocalDateTime lastUpdate) {}

    public static final DimCopyTable DIM_COPY = new DimCopyTable();

    public final Column<Long> copyKey = surrogateKey("copy_key");
    public final Column<Long> inventoryId = key("inventory_id", DimCopy::inventoryId);
    public final Column<Long> filmKey = number("film_key", DimCopy::filmKey);
    public final Column<Long> storeKey = number("store_key", DimCopy::storeKey);
    public final Column<LocalDateTime> lastUpdate = time("last_update", DimCopy::lastUpdate);

    private DimCopyTable() {
        super("dim_copy", row -> new DimCopy(row.number(), row.numberOrNull(), row.numberOrNull(), row.time()));
    }
}
