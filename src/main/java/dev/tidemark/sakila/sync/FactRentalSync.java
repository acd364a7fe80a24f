package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.InventoryTable.INVENTORY;
import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static dev.tidemark.sakila.star.FactRentalTable.FACT_RENTAL;
import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.on;

import dev.tidemark.engine.ControlTotals;
import dev.tidemark.engine.FactDate;
import dev.tidemark.engine.Lookup;
import dev.tidemark.engine.Lookups;
import dev.tidemark.engine.Parent;
import dev.tidemark.engine.SourceSync;
import dev.tidemark.orm.SourceReference;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import dev.tidemark.sakila.source.CustomerTable;
import dev.tidemark.sakila.source.FilmTable;
import dev.tidemark.sakila.source.Inventory;
import dev.tidemark.sakila.source.InventoryTable;
import dev.tidemark.sakila.source.Rental;
import dev.tidemark.sakila.source.RentalTable;
import dev.tidemark.sakila.source.StaffTable;
import dev.tidemark.sakila.source.StoreTable;
import dev.tidemark.sakila.star.DimCustomerTable;
import dev.tidemark.sakila.star.DimFilmTable;
import dev.tidemark.sakila.star.DimStoreTable;
import dev.tidemark.sakila.star.FactRental;
import dev.tidemark.sakila.star.FactRentalTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.mybatis.dynamic.sql.SqlColumn;

/** Rentals; their film and store are those of the copy that was rented. */
@Singleton
public final class FactRentalSync implements SourceSync<Rental, FactRental> {
    @Override
    public SourceTable<Rental> source() {
        return RentalTable.ROWS;
    }

    @Override
    public TargetTable<FactRental> target() {
        return FactRentalTable.ROWS;
    }

    @Override
    public Set<String> dependsOn() {
        return Set.of(DimFilmTable.ROWS.name(), DimStoreTable.ROWS.name(), DimCustomerTable.ROWS.name());
    }

    @Override
    public List<Lookup> lookups() {
        return List.of(Lookup.of(RENTAL.inventoryId, InventoryTable.ROWS));
    }

    @Override
    public List<Parent> parents() {
        return List.of(
                Parent.bySurrogateKey(
                        FACT_RENTAL.filmKey, DimFilmTable.ROWS, ofCopy(INVENTORY.filmId, FilmTable.ROWS)),
                Parent.bySurrogateKey(
                        FACT_RENTAL.storeKey, DimStoreTable.ROWS, ofCopy(INVENTORY.storeId, StoreTable.ROWS)),
                Parent.bySurrogateKey(
                        FACT_RENTAL.customerKey,
                        DimCustomerTable.ROWS,
                        SourceReference.of(RENTAL.customerId, CustomerTable.ROWS)),
                Parent.byNaturalKey(FACT_RENTAL.staffId, SourceReference.of(RENTAL.staffId, StaffTable.ROWS)));
    }

    private static SourceReference ofCopy(SqlColumn<Long> key, SourceTable<?> table) {
        return new SourceReference(
                table,
                key,
                rentals -> rentals.join(INVENTORY, on(RENTAL.inventoryId, equalTo(INVENTORY.inventoryId))));
    }

    @Override
    public Function<Rental, FactRental> mapping(Lookups lookups) {
        LongFunction<Inventory> copies = lookups.rows(InventoryTable.ROWS);
        LongFunction<Long> films = lookups.surrogateKeys(DimFilmTable.ROWS);
        LongFunction<Long> stores = lookups.surrogateKeys(DimStoreTable.ROWS);
        LongFunction<Long> customers = lookups.surrogateKeys(DimCustomerTable.ROWS);
        return rental -> {
            Inventory copy = copies.apply(rental.inventoryId());
            return new FactRental(
                    rental.rentalId(),
                    Values.dateKey(rental.rentalDate()),
                    Values.dateKey(rental.returnDate()),
                    copy == null ? null : films.apply(copy.filmId()),
                    copy == null ? null : stores.apply(copy.storeId()),
                    customers.apply(rental.customerId()),
                    rental.staffId(),
                    Values.days(rental.rentalDate(), rental.returnDate()),
                    rental.rentalDate(),
                    rental.returnDate());
        };
    }

    @Override
    public Optional<ControlTotals> controlTotals() {
        return Optional.of(new RentalTotals());
    }

    @Override
    public Optional<FactDate> factDate() {
        return Optional.of(new FactDate(RENTAL.rentalDate, FACT_RENTAL.dateKeyRented));
    }
}
