package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.io.Serializable;
import java.time.LocalDateTime;

/** Sakila's table country. */
public final class CountryTable extends SourceTable<CountryTable.Country> {
    /**
     * A country.
     *
     * @param countryId natural key
     * @param country its name
     */
    public record Country(long countryId, String country) implements Serializable {}

    public static final CountryTable COUNTRY = new CountryTable();

    public final Column<Long> countryId = key("country_id", Country::countryId);
    public final Column<String> country = text("country");
    public final Column<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private CountryTable() {
        super("country", row -> new Country(row.number(), row.textOrNull()), 1);
    }
}
