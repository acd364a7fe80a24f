package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.io.Serializable;
import java.time.LocalDateTime;

/** Sakila's table city. */
public final class CityTable extends SourceTable<CityTable.City> {
    /**
     * A city.
     *
     * @param cityId natural key
     * @param city its name
     */
    public record City(long cityId, String city, long countryId) implements Serializable {}

    public static final CityTable CITY = new CityTable();

    public final Column<Long> cityId = key("city_id", City::cityId);
    public final Column<String> city = text("city");
    public final Column<Long> countryId = number("country_id");
    public final Column<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private CityTable() {
        super("city", row -> new City(row.number(), row.textOrNull(), row.number()));
    }
}
