package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.io.Serializable;
import java.time.LocalDateTime;

/** Sakila's table staff. */
public final class StaffTable extends SourceTable<StaffTable.Staff> {
    /**
     * A member of a store's staff.
     *
     * @param staffId natural key
     */
    public record Staff(
            long staffId, String firstName, String lastName, long storeId, boolean active, LocalDateTime lastUpdate) implements Serializable {}

    public static final StaffTable STAFF = new StaffTable();

    public final Column<Long> staffId = key("staff_id", Staff::staffId);
    public final Column<String> firstName = text("first_name");
    public final Column<String> lastName = text("last_name");
    public final Column<Long> storeId = number("store_id");
    public final Column<Boolean> active = truth("active");
    public final Column<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private StaffTable() {
        super("staff", row -> new Staff(
                row.number(), row.text(), row.text(), row.number(), row.truth(), row.time()), 1);
    }
}
