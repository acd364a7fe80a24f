package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table city. */
public final class CityTable extends SourceTable<City> {
    public static final CityTable CITY = new CityTable();

    public final SqlColumn<Long> cityId = key("city_id", City::cityId);
    public final SqlColumn<String> city = text("city");
    public final SqlColumn<Long> countryId = number("country_id");
    public final SqlColumn<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private CityTable() {
        super("city", City.class);
    }
}
