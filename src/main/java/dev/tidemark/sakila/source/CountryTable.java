package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table country. */
public final class CountryTable extends SqlTable {
    public static final CountryTable COUNTRY = new CountryTable();

    /** How its rows are read. */
    public static final SourceTable<Country> ROWS = SourceTable.of(
            COUNTRY,
            KeyColumns.of(COUNTRY.countryId),
            COUNTRY.lastUpdate,
            List.of(COUNTRY.countryId, COUNTRY.country),
            CountryMapper.class,
            row -> Key.of(row.countryId()))
            .inRangesOf(1);

    public final SqlColumn<Long> countryId = column("country_id", JDBCType.BIGINT);
    public final SqlColumn<String> country = column("country", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private CountryTable() {
        super("country");
    }
}
