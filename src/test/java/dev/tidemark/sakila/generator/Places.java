package dev.tidemark.sakila.generator;

import java.time.LocalDateTime;
import java.util.List;

/** Countries, cities and addresses. Addresses are the last dimension touched, as in the genuine data. */
record Places(SakilaScale scale, long seed) {
    private static final LocalDateTime ADDRESSES_TOUCHED = LocalDateTime.of(2025, 12, 5, 22, 30, 27);

    List<TableRows> tables() {
        return List.of(
                new TableRows("country", "country_id, country, last_update", scale.countries(), this::country),
                new TableRows("city", "city_id, city, country_id, last_update", scale.cities(), this::city),
                new TableRows(
                        "address",
                        "address_id, address, address2, district, city_id, postal_code, phone, last_update",
                        scale.addresses(), this::address));
    }

    private Object[] country(int number) {
        String name = Words.joined(Words.PLACE_STARTS, "", Words.COUNTRY_ENDINGS, seed, number);
        return TableRows.row(number, name, Timeline.MIGRATION);
    }

    private Object[] city(int number) {
        var random = new RowRandom(seed, "city", number);
        String name = Words.joined(Words.PLACE_STARTS, "", Words.CITY_ENDINGS, seed, number);
        return TableRows.row(number, name, 1 + random.below(scale.countries()), Timeline.MIGRATION);
    }

    private Object[] address(int number) {
        var random = new RowRandom(seed, "address", number);
        return TableRows.row(
                number,
                random.between(1, 1999) + " " + random.oneOf(Words.STREETS),
                random.onceIn(20) ? "Floor " + random.between(1, 9) : random.onceIn(100) ? null : "",
                random.oneOf(Words.DISTRICTS),
                1 + random.below(scale.cities()),
                random.onceIn(50) ? null : String.valueOf(random.between(10_000, 99_999)),
                random.onceIn(200) ? "" : String.valueOf(10_000_000_000L + random.below(Integer.MAX_VALUE)),
                ADDRESSES_TOUCHED);
    }
}
