package dev.tidemark.sakila.source;

import static org.mybatis.dynamic.sql.SqlBuilder.select;

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
    public static final SourceTable<Address> ROWS = new SourceTable<>(
            ADDRESS,
            KeyColumns.of(ADDRESS.addressId),
            ADDRESS.lastUpdate,
            List.of("address_id", "city_id", "last_update"),
            () -> select(ADDRESS.addressId, ADDRESS.cityId)
                    .from(ADDRESS),
            AddressMapper.class,
            Address::addressId);

    public final SqlColumn<Long> addressId = column("address_id", JDBCType.BIGINT);
    public final SqlColumn<Long> cityId = column("city_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private AddressTable() {
        super("address");
    }
}
