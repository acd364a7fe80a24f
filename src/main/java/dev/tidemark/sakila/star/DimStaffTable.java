package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The warehouse's table dim_staff. */
public final class DimStaffTable extends TargetTable<DimStaffTable.DimStaff> {
    /**
     * A member of staff and the store that they work in.
     *
     * @param staffId natural key
     * @param storeKey null where the source has no such store
     * @param lastUpdate UTC
     */
    public record DimStaff(
            long staffId,
            String firstName,
            String lastName,
            Long storeKey,
            boolean active,
            LocalDateTime lastUpdate) {}

    public static final DimStaffTable DIM_STAFF = new DimStaffTable();

    public final Column<Long> staffKey = surrogateKey("staff_key");
    public final Column<Long> staffId = key("staff_id", DimStaff::staffId);
    public final Column<String> firstName = text("first_name", DimStaff::firstName);
    public final Column<String> lastName = text("last_name", DimStaff::lastName);
    public final Column<Long> storeKey = number("store_key", DimStaff::storeKey);
    public final Column<Boolean> active = truth("active", DimStaff::active);
    public final Column<LocalDateTime> lastUpdate = time("last_update", DimStaff::lastUpdate);

    private DimStaffTable() {
        super("dim_staff", row -> new DimStaff(
                row.number(), row.text(), row.text(), row.numberOrNull(), row.truth(), row.time()));
    }
}
