package dev.tidemark.example;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table staff. */
public final class StaffMemberTable extends SourceTable<StaffMemberTable.StaffMember> {
    /** A row of Sakila's staff, as far as dim_staff needs it. */
    public record StaffMember(
            long staffId, String firstName, String lastName, long storeId, boolean active, LocalDateTime lastUpdate) {}

    public static final StaffMemberTable STAFF = new StaffMemberTable();

    public final Column<Long> staffId = key("staff_id", StaffMember::staffId);
    public final Column<String> firstName = text("first_name");
    public final Column<String> lastName = text("last_name");
    public final Column<Long> storeId = number("store_id");
    public final Column<Boolean> active = truth("active");
    public final Column<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private StaffMemberTable() {
        super("staff", StaffMember.class);
    }
}
