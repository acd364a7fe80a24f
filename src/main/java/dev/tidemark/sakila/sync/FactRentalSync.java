package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.CustomerTable.CUSTOMER;
import static dev.tidemark.sakila.source.FilmTable.FILM;
import static dev.tidemark.sakila.source.InventoryTable.INVENTORY;
import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static dev.tidemark.sakila.source.StaffTable.STAFF;
import static dev.tidemark.sakila.source.StoreTable.STORE;
import static dev.tidemark.sakila.star.DimCustomerTable.DIM_CUSTOMER;
import static dev.tidemark.sakila.star.DimFilmTable.DIM_FILM;
import static dev.tidemark.sakila.star.DimStaffTable.DIM_STAFF;
import static dev.tidemark.sakila.star.DimStoreTable.DIM_STORE;
import static dev.tidemark.sakila.star.FactRentalTable.FACT_RENTAL;

import dev.tidemark.sakila.source.InventoryTable.Inventory;
import dev.tidemark.sakila.source.RentalTable.Rental;
import dev.tidemark.sakila.star.FactRentalTable.FactRental;
import dev.tidemark.star.ControlTotals;
import dev.tidemark.star.FactDate;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Rentals; their film and store are those of the copy that was rented. */
@Singleton
public final class FactRentalSync implements SourceSync<Rental, FactRental> {
    private static final Reference COPY = Reference.to(RENTAL.inventoryId, INVENTORY);

    @Override
    public SourceTable<Rental> source() {
        return RENTAL;
    }

    @Override
    public TargetTable<FactRental> target() {
        return FACT_RENTAL;
    }

    @Override
    public List<Reference> references() {
        return List.of(
                COPY.then(INVENTORY.filmId, FILM).keyOf(DIM_FILM, FACT_RENTAL.filmKey),
                COPY.then(INVENTORY.storeId, STORE).keyOf(DIM_STORE, FACT_RENTAL.storeKey),
                Reference.to(RENTAL.customerId, CUSTOMER).keyOf(DIM_CUSTOMER, FACT_RENTAL.customerKey),
                Reference.to(RENTAL.staffId, STAFF).keyOf(DIM_STAFF, FACT_RENTAL.staffKey));
    }

    @Override
    public Function<Rental, FactRental> mapping(Lookups lookups) {
        LongFunction<Inventory> copies = lookups.rows(INVENTORY);
        LongFunction<Long> films = lookups.surrogateKeys(DIM_FILM);
        LongFunction<Long> stores = lookups.surrogateKeys(DIM_STORE);
        LongFunction<Long> customers = lookups.surrogateKeys(DIM_CUSTOMER);
        LongFunction<Long> staff = lookups.surrogateKeys(DIM_STAFF);
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
                    staff.apply(rental.staffId()),
                    Values.days(rental.rentalDate(), rental.returnDate()),
                    rental.rentalDate(),
                    rental.returnDate());
        };
    }

    @Override
    public Optional<ControlTotals> controlTotals() {
        return Optional.of(ControlTotals.by("store", FACT_RENTAL.storeKey));
    }

    @Override
    public Optional<FactDate> factDate() {
        return Optional.of(new FactDate(RENTAL.rentalDate, FACT_RENTAL.dateKeyRented));
    }
}
