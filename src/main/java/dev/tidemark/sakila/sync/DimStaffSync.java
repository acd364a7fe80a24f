package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.StaffTable.STAFF;
import static dev.tidemark.sakila.source.StoreTable.STORE;
import static dev.tidemark.sakila.star.DimStaffTable.DIM_STAFF;
import static dev.tidemark.sakila.star.DimStoreTable.DIM_STORE;

import dev.tidemark.sakila.source.StaffTable.Staff;
import dev.tidemark.sakila.star.DimStaffTable.DimStaff;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Members of staff and their stores. */
@Singleton
public final class DimStaffSync implements SourceSync<Staff, DimStaff> {
    @Override
    public SourceTable<Staff> source() {
        return STAFF;
    }

    @Override
    public TargetTable<DimStaff> target() {
        return DIM_STAFF;
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to(STAFF.storeId, STORE).keyOf(DIM_STORE, DIM_STAFF.storeKey));
    }

    @Override
    public Function<Staff, DimStaff> mapping(Lookups lookups) {
        LongFunction<Long> stores = lookups.surrogateKeys(DIM_STORE);
        return member -> new DimStaff(
                member.staffId(),
                member.firstName(),
                member.lastName(),
                stores.apply(member.storeId()),
                member.active(),
                member.lastUpdate());
    }
}
