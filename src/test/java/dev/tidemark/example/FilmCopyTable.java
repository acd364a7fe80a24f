package dev.tidemark.example;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table inventory. */
public final class FilmCopyTable extends SourceTable<FilmCopyTable.FilmCopy> {
    /** A row of Sakila's inventory, as far as dim_copy needs it. */
    public record FilmCopy(long inventoryId, long filmId, long storeId, LocalDateTime lastUpdate) {}

    public static final FilmCopyTable COPY = new FilmCopyTable();

    public final Column<Long> inventoryId = key("inventory_id", FilmCopy::inventoryId);
    public final Column<Long> filmId = number("film_id");
    public final Column<Long> storeId = number("store_id");
    public final Column<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private FilmCopyTable() {
        super("inventory", row -> new FilmCopy(row.number(), row.number(), row.number(), row.time()));
    }
}
