package dev.tidemark.example;

import static dev.tidemark.example.DimStaffTable.DIM_STAFF;
import static dev.tidemark.example.StaffMemberTable.STAFF;
import static dev.tidemark.sakila.source.StoreTable.STORE;
import static dev.tidemark.sakila.star.DimStoreTable.DIM_STORE;

import dev.tidemark.example.DimStaffTable.DimStaff;
import dev.tidemark.example.StaffMemberTable.StaffMember;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Members of staff and their stores. */
@Singleton
@Requires(property = "tidemark.test.example") // in the tests alone
public final class DimStaffSync implements SourceSync<StaffMember, DimStaff> {
    @Override
    public SourceTable<StaffMember> source() {
        return STAFF;
    }

    @Override
    public TargetTable<DimStaff> target() {
        return DIM_STAFF;
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to(StaffMemberTable.STAFF.storeId, STORE)
                .keyOf(DIM_STORE, DimStaffTable.DIM_STAFF.storeKey));
    }

    @Override
    public Function<StaffMember, DimStaff> mapping(Lookups lookups) {
        LongFunction<Long> stores = lookups.surrogateKeys(DIM_STORE);
        return member -> new DimStaff(
                member.staffId(),
                member.firstName(),
                member.lastName(),
                stores.apply(member.storeId()),
                member.active() ? 1 : 0,
                member.lastUpdate());
    }
}
