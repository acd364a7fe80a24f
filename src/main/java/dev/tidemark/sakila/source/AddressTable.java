package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table address. */
public final class AddressTable extends SqlTable {
    public static final AddressTable ADDRESS = new AddressTable();

    /** How its rows are read. */
    public static final SourceTable<Address> ROWS = SourceTable.of(
            ADDRESS,
            KeyColumns.of(ADDRESS.addressId),
            ADDRESS.lastUpdate,
            List.of(ADDRESS.addressId, ADDRESS.cityId),
            AddressMapper.class,
            row -> Key.of(row.addressId()));

    public final SqlColumn<Long> addressId = column("address_id", JDBCType.BIGINT);
    public final SqlColumn<Long> cityId = column("city_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private AddressTable() {
        super("address");
    }
}
