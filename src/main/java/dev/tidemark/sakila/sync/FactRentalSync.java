package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.InventoryTable.INVENTORY;
import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static dev.tidemark.sakila.star.FactRentalTable.FACT_RENTAL;

import dev.tidemark.engine.ControlTotals;
import dev.tidemark.engine.FactDate;
import dev.tidemark.engine.Lookups;
import dev.tidemark.engine.Reference;
import dev.tidemark.engine.SourceSync;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import dev.tidemark.sakila.source.CustomerTable;
import dev.tidemark.sakila.source.FilmTable;
import dev.tidemark.sakila.source.Inventory;
import dev.tidemark.sakila.source.InventoryTable;
import dev.tidemark.sakila.source.Rental;
import dev.tidemark.sakila.source.RentalTable;
import dev.tidemark.sakila.source.StoreTable;
import dev.tidemark.sakila.star.DimCustomerTable;
import dev.tidemark.sakila.star.DimFilmTable;
import dev.tidemark.sakila.star.DimStoreTable;
import dev.tidemark.sakila.star.FactRental;
import dev.tidemark.sakila.star.FactRentalTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

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
    public List<Reference> references() {
        Reference copy = Reference.to(RENTAL.inventoryId, InventoryTable.ROWS);
        return List.of(
                copy.then(INVENTORY.filmId, FilmTable.ROWS).keyOf(DimFilmTable.ROWS, FACT_RENTAL.filmKey),
                copy.then(INVENTORY.storeId, StoreTable.ROWS).keyOf(DimStoreTable.ROWS, FACT_RENTAL.storeKey),
                Reference.to(RENTAL.customerId, CustomerTable.ROWS).keyOf(DimCustomerTable.ROWS, FACT_RENTAL.customerKey));
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
