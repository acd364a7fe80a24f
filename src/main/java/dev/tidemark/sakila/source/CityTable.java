package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table city. */
public final class CityTable extends SqlTable {
    public static final CityTable CITY = new CityTable();

    /** How its rows are read. */
    public static final SourceTable<City> ROWS = SourceTable.of(
            CITY,
            KeyColumns.of(CITY.cityId),
            CITY.lastUpdate,
            List.of(CITY.cityId, CITY.city, CITY.countryId),
            CityMapper.class,
            row -> Key.of(row.cityId()));

    public final SqlColumn<Long> cityId = column("city_id", JDBCType.BIGINT);
    public final SqlColumn<String> city = column("city", JDBCType.VARCHAR);
    public final SqlColumn<Long> countryId = column("country_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private CityTable() {
        super("city");
    }
}
