package dev.tidemark.mysql;

import com.mysql.cj.jdbc.Driver;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;

/**
 * Connects by the driver for a pool, and has the first connection ready. A pool that makes its first connection itself
 * sleeps a second before it tells that it cannot.
 */
public final class ReadyDataSource extends UnpooledDataSource {
    private final AtomicReference<Connection> first = new AtomicReference<>();

    private ReadyDataSource(HikariDataSource pool) {
        super(Driver.class.getName(), pool.getJdbcUrl(), pool.getDataSourceProperties());
    }

    /** Opens {@code pool}, which is configured, and returns it. Fails at once if there is no connection. */
    public static HikariDataSource open(HikariDataSource pool) {
        ReadyDataSource ready = new ReadyDataSource(pool);
        try {
            // As the pool limits each login.
            ready.setLoginTimeout(Math.max(1, (int) TimeUnit.MILLISECONDS.toSeconds(pool.getConnectionTimeout())));
            ready.first.set(ready.getConnection(pool.getUsername(), pool.getPassword()));
            pool.setDataSource(ready);
            pool.setMinimumIdle(1);
            pool.getConnection().close();
            // Not earlier: a pool that need not hold a connection would close the first one, and connect again at once.
            pool.setMinimumIdle(0);
            return pool;
        } catch (SQLException failure) {
            throw new IllegalStateException("The server gives no connection", failure);
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        Connection ready = first.getAndSet(null);
        return ready == null ? super.getConnection(username, password) : ready;
    }
}
