package dev.tidemark.support;

import dev.tidemark.sakila.generator.SakilaGenerator;
import dev.tidemark.sakila.generator.SakilaScale;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh schema on the thread's server, filled like Sakila, for one test; closing it drops it. In a test class, one
 * line gives every test method its own schema:
 *
 * <pre>{@code @AutoClose
 * private final SakilaSchema sakila = SakilaSchema.small();}</pre>
 */
public final class SakilaSchema implements AutoCloseable {
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final long SEED = 20_250_301;

    private final SourceServer server;
    private final String name;

    /** Fills an empty schema through a connection to it, which the caller closes. */
    @FunctionalInterface
    private interface Filling {
        void fill(Connection connection) throws SQLException;
    }

    private SakilaSchema(SourceServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A few hundred generated rows, always the same. */
    public static SakilaSchema small() {
        return generated(SakilaScale.small(), SEED);
    }

    /** Generated rows, the same for the same scale and seed. */
    public static SakilaSchema generated(SakilaScale scale, long seed) {
        return filled(new SakilaGenerator(scale, seed)::create);
    }

    /** The genuine Sakila, which must be {@linkplain #genuineAvailable() available}. */
    public static SakilaSchema genuine() {
        return filled(GenuineSakila.configured()::load);
    }

    /**
     * Whether the system property {@code tidemark.test.sakila} names the folder of the genuine Sakila. A folder without
     * the genuine Sakila is an error.
     */
    public static boolean genuineAvailable() {
        return GenuineSakila.isConfigured();
    }

    /** The schema's name, which is unique on the server. */
    public String name() {
        return name;
    }

    /** The JDBC URL of the schema, without credentials. */
    public String url() {
        return server.url(name);
    }

    /** The server of the schema, with the user and password. */
    public SourceServer server() {
        return server;
    }

    /** Opens a connection for test data, as {@link SourceServer#connect} describes it; the caller closes it. */
    public Connection connect() throws SQLException {
        return server.connect(name);
    }

    /** Executes statements in order on one connection, each committed on its own. */
    public void execute(String... statements) {
        plainly().run(statements);
    }

    /** The first column of the query's first row, as JDBC gives it in the wanted type; null for SQL's null. */
    public <T> T query(Class<T> type, String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new IllegalStateException("No row: " + sql);
            }
            return rows.getObject(1, type);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** The number in the first column of the query's first row. */
    public long queryLong(String sql) {
        return query(Long.class, sql);
    }

    /** All rows of a query as text, each row's values separated by bars; null is "null". */
    public List<String> rows(String sql) {
        return plainly().texts(sql);
    }

    /** Drops the schema. */
    @Override
    public void close() {
        execute("DROP SCHEMA IF EXISTS " + name);
    }

    private Statements plainly() {
        return this::connect;
    }

    private static SakilaSchema filled(Filling filling) {
        var schema = new SakilaSchema(SourceServers.own(), "sakila_" + RUN + "_" + COUNT.incrementAndGet());
        try (Connection connection = schema.server.connect("");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema.name + " DEFAULT CHARACTER SET utf8mb4");
            connection.setCatalog(schema.name);
            filling.fill(connection);
            return schema;
        } catch (SQLException failure) {
            throw new IllegalStateException("Schema " + schema.name + " cannot be filled", failure);
        }
    }
}
