package dev.tidemark.exactness;

import dev.tidemark.exactness.SourceColumn.Kind;
import java.util.List;

/** The tables of a Sakila source, with the facts that random changes need. */
enum SourceTables {
    COUNTRY(60_000, SourceColumn.of("country", Kind.TEXT, 50)),
    CITY(60_000, SourceColumn.of("city", Kind.TEXT, 50), SourceColumn.reference("country_id", "country")),
    ADDRESS(
            60_000,
            SourceColumn.of("address", Kind.TEXT, 50),
            SourceColumn.of("district", Kind.TEXT, 20),
            SourceColumn.of("phone", Kind.TEXT, 20),
            SourceColumn.reference("city_id", "city")),
    LANGUAGE(250, SourceColumn.of("name", Kind.TEXT, 20)),
    CATEGORY(250, SourceColumn.of("name", Kind.TEXT, 25)),
    ACTOR(60_000, SourceColumn.of("first_name", Kind.TEXT, 45), SourceColumn.of("last_name", Kind.TEXT, 45)),
    STAFF(
            250,
            SourceColumn.of("first_name", Kind.TEXT, 45),
            SourceColumn.of("last_name", Kind.TEXT, 45),
            SourceColumn.of("active", Kind.NUMBER, 2),
            SourceColumn.of("username", Kind.TEXT, 16),
            SourceColumn.reference("address_id", "address"),
            SourceColumn.reference("store_id", "store")),
    STORE(250, SourceColumn.reference("manager_staff_id", "staff"), SourceColumn.reference("address_id", "address")),
    CUSTOMER(
            60_000,
            SourceColumn.reference("store_id", "store"),
            SourceColumn.of("first_name", Kind.TEXT, 45),
            SourceColumn.of("last_name", Kind.TEXT, 45),
            SourceColumn.reference("address_id", "address"),
            SourceColumn.of("active", Kind.NUMBER, 2),
            SourceColumn.of("create_date", Kind.DATE, 0)),
    FILM(
            60_000,
            SourceColumn.of("title", Kind.TEXT, 128),
            SourceColumn.of("description", Kind.TEXT, 999).orNull(),
            SourceColumn.of("release_year", Kind.YEAR, 0).orNull(),
            SourceColumn.reference("language_id", "language"),
            SourceColumn.reference("original_language_id", "language").orNull(),
            SourceColumn.of("rental_duration", Kind.NUMBER, 256),
            SourceColumn.of("rental_rate", Kind.MONEY, 99),
            SourceColumn.of("length", Kind.NUMBER, 65_536).orNull(),
            SourceColumn.of("replacement_cost", Kind.MONEY, 999),
            SourceColumn.of("rating", Kind.RATING, 0).orNull()),
    FILM_ACTOR(0, SourceColumn.reference("film_id", "film"), SourceColumn.reference("actor_id", "actor")),
    FILM_CATEGORY(0, SourceColumn.reference("film_id", "film"), SourceColumn.reference("category_id", "category")),
    INVENTORY(60_000, SourceColumn.reference("film_id", "film"), SourceColumn.reference("store_id", "store")),
    RENTAL(
            Integer.MAX_VALUE,
            SourceColumn.of("rental_date", Kind.DATE, 0),
            SourceColumn.reference("inventory_id", "inventory"),
            SourceColumn.reference("customer_id", "customer"),
            SourceColumn.of("return_date", Kind.DATE, 0).orNull(),
            SourceColumn.reference("staff_id", "staff")),
    PAYMENT(
            Integer.MAX_VALUE,
            SourceColumn.reference("customer_id", "customer"),
            SourceColumn.reference("staff_id", "staff"),
            SourceColumn.reference("rental_id", "rental").orNull(),
            SourceColumn.of("amount", Kind.MONEY, 999),
            SourceColumn.of("payment_date", Kind.DATE, 0));

    private final int largestKey;
    private final List<SourceColumn> columns;

    SourceTables(int largestKey, SourceColumn... columns) {
        this.largestKey = largestKey;
        this.columns = List.of(columns);
    }

    /** The table's name. */
    String table() {
        return name().toLowerCase();
    }

    /** Whether the key is one number of the table's own, not a pair of references. */
    boolean hasOwnKey() {
        return largestKey > 0;
    }

    /** The largest number that its own key may have. */
    int largestKey() {
        return largestKey;
    }

    /** The columns of the key. */
    List<String> keyColumns() {
        return hasOwnKey() ? List.of(table() + "_id") : columns.stream().map(SourceColumn::name).toList();
    }

    /** The columns that a change sets, besides its own key and last_update. */
    List<SourceColumn> columns() {
        return columns;
    }

    /** Whether last_update may be NULL. */
    boolean mayBeUndated() {
        return this == CUSTOMER || this == PAYMENT;
    }
}
