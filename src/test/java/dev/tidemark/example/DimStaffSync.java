package dev.tidemark.example;

import dev.tidemark.engine.Lookups;
import dev.tidemark.engine.Reference;
import dev.tidemark.engine.SourceSync;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import dev.tidemark.sakila.source.StoreTable;
import dev.tidemark.sakila.star.DimStoreTable;
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
        return StaffMemberTable.ROWS;
    }

    @Override
    public TargetTable<DimStaff> target() {
        return DimStaffTable.ROWS;
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.to(StaffMemberTable.STAFF.storeId, StoreTable.ROWS)
                .keyOf(DimStoreTable.ROWS, DimStaffTable.DIM_STAFF.storeKey));
    }

    @Override
    public Function<StaffMember, DimStaff> mapping(Lookups lookups) {
        LongFunction<Long> stores = lookups.surrogateKeys(DimStoreTable.ROWS);
        return member -> new DimStaff(
                member.staffId(),
                member.firstName(),
                member.lastName(),
                stores.apply(member.storeId()),
                member.active() ? 1 : 0,
                member.lastUpdate());
    }
}
