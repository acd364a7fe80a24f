package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.AddressTable.ADDRESS;
import static dev.tidemark.sakila.source.CityTable.CITY;
import static dev.tidemark.sakila.source.CountryTable.COUNTRY;

import dev.tidemark.sakila.source.AddressTable.Address;
import dev.tidemark.sakila.source.CityTable.City;
import dev.tidemark.sakila.source.CountryTable.Country;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.table.Column;
import java.util.function.LongFunction;

/** The city and country of an address. */
final class Places {
    private final LongFunction<Address> addresses;
    private final LongFunction<City> cities;
    private final LongFunction<Country> countries;

    Places(Lookups lookups) {
        this.addresses = lookups.rows(ADDRESS);
        this.cities = lookups.rows(CITY);
        this.countries = lookups.rows(COUNTRY);
    }

    /** The place of a row whose column {@code addressId} names its address. */
    static Reference at(Column<Long> addressId) {
        return Reference.to(addressId, ADDRESS)
                .then(ADDRESS.cityId, CITY)
                .then(CITY.countryId, COUNTRY);
    }

    /** The place of an address; its parts are null where the source lacks a row. */
    Place of(long addressId) {
        Address address = addresses.apply(addressId);
        City city = address == null ? null : cities.apply(address.cityId());
        Country country = city == null ? null : countries.apply(city.countryId());
        return new Place(city == null ? null : city.city(), country == null ? null : country.country());
    }

    record Place(String city, String country) {}
}
