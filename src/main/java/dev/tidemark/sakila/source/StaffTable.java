package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table staff. */
public final class StaffTable extends SourceTable<StaffTable.Staff> {
    /**
     * A member of a store's staff.
     *
     * @param staffId natural key
     */
    public record Staff(long staffId, long storeId) {}

    public static final StaffTable STAFF = new StaffTable();

    public final Column<Long> staffId = key("staff_id", Staff::staffId);
    public final Column<Long> storeId = number("store_id");
    public final Column<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private StaffTable() {
        super("staff", Staff.class, 1);
    }
}
