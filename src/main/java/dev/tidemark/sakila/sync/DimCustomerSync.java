package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.CustomerTable.CUSTOMER;
import static dev.tidemark.sakila.star.DimCustomerTable.DIM_CUSTOMER;

import dev.tidemark.sakila.source.CustomerTable.Customer;
import dev.tidemark.sakila.star.DimCustomerTable.DimCustomer;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;

/** Customers and where they live. */
@Singleton
public final class DimCustomerSync implements SourceSync<Customer, DimCustomer> {
    @Override
    public SourceTable<Customer> source() {
        return CUSTOMER;
    }

    @Override
    public TargetTable<DimCustomer> target() {
        return DIM_CUSTOMER;
    }

    @Override
    public List<Reference> references() {
        return List.of(Places.at(CUSTOMER.addressId));
    }

    @Override
    public Function<Customer, DimCustomer> mapping(Lookups lookups) {
        Places places = new Places(lookups);
        return customer -> {
            Places.Place place = places.of(customer.addressId());
            return new DimCustomer(
                    customer.customerId(),
                    customer.firstName(),
                    customer.lastName(),
                    customer.active(),
                    place.city(),
                    place.country(),
                    customer.lastUpdate());
        };
    }
}
