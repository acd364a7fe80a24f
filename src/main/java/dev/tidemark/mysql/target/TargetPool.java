package dev.tidemark.mysql.target;

import com.zaxxer.hikari.HikariDataSource;
import dev.tidemark.mysql.ReadyDataSource;
import dev.tidemark.mysql.Server;
import dev.tidemark.sql.RuntimeRows;
import java.sql.Connection;
import java.sql.ResultSet;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;

/** The connections to the target, made when they are first used. */
final class TargetPool implements AutoCloseable {
    /** One for the lock, one for the transaction, one for questions beside them. */
    private static final int SIZE = 3;
    /** Every value is refused that would have to be changed. Zero is a key like any other. */
    private static final String STRICT = "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO', wait_timeout = 86400,"
            + " foreign_key_checks = 1, unique_checks = 1";

    private final Server server;
    private final TargetFailures failures;
    private HikariDataSource pool;
    private SqlSessionFactory sessions;

    TargetPool(Server server, TargetFailures failures) {
        this.server = server;
        this.failures = failures;
    }

    /** A session that commits each statement, or one that commits when it is told to. */
    TargetSession open(boolean commitsEach) {
        return failures.explaining(() -> new TargetSession(sessions().openSession(commitsEach), this, failures));
    }

    /** A session on the connection of another one that sends statements together. */
    SqlSession batch(Connection connection) {
        return sessions().openSession(ExecutorType.BATCH, connection);
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
        }
    }

    private synchronized SqlSessionFactory sessions() {
        if (sessions == null) {
            pool = ReadyDataSource.open(configured());
            Configuration configuration = new Configuration();
            configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
            RuntimeRows.register(configuration, ResultSet::getBytes);
            configuration.setEnvironment(new Environment("target", new JdbcTransactionFactory(), pool));
            sessions = new SqlSessionFactoryBuilder().build(configuration);
            failures.connected();
        }
        return sessions;
    }

    private HikariDataSource configured() {
        HikariDataSource configured = server.pool(SIZE);
        configured.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        configured.setConnectionInitSql(STRICT);
        // Updates of a batch are sent together; inserts of many rows are written as such.
        configured.addDataSourceProperty("rewriteBatchedStatements", "true");
        return configured;
    }
}
