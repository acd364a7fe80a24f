package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table country. */
public final class CountryTable extends SourceTable<Country> {
    public static final CountryTable COUNTRY = new CountryTable();

    public final SqlColumn<Long> countryId = key("country_id", Country::countryId);
    public final SqlColumn<String> country = text("country");
    public final SqlColumn<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private CountryTable() {
        super("country", Country.class, 1);
    }
}
