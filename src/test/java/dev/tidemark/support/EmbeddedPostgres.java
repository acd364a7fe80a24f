package dev.tidemark.support;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of its own on a PostgreSQL server from a jar. The server is started once, in its own temporary folders,
 * which are deleted when the JVM ends. Its data is kept in memory if possible.
 *
 * @param port the server's port on this machine
 * @param database the database's name
 */
public record EmbeddedPostgres(int port, String database) implements Statements, AutoCloseable {
    /** The user who may do everything, and needs no password. */
    public static final String ADMINISTRATOR = "postgres";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** The server, started at the first use. */
    private static final class Server {
        private static final int PORT = start();
    }

    /** A new, empty database. */
    public static EmbeddedPostgres create() {
        var server = new EmbeddedPostgres(Server.PORT, "postgres");
        var created = new EmbeddedPostgres(Server.PORT, "tidemark_" + COUNTER.incrementAndGet());
        server.run("CREATE DATABASE " + created.database);
        return created;
    }

    /** The JDBC URL, without credentials. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), ADMINISTRATOR, "");
    }

    /** Executes statements in order, each committed on its own. */
    @Override
    public void run(String... statements) {
        Statements.super.run(statements);
    }

    /** All rows of a query as text, each row's values separated by bars; null is "null". */
    @Override
    public List<String> texts(String sql) {
        return Statements.super.texts(sql);
    }

    /** Drops the database, and ends whoever uses it. */
    @Override
    public void close() {
        new EmbeddedPostgres(port, "postgres").run("DROP DATABASE " + database + " WITH (FORCE)");
    }

    private static int start() {
        TemporaryFolder home = TemporaryFolder.create("postgres");
        TemporaryFolder data = TemporaryFolder.inMemory("postgres");
        try {
            var server = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(home.path().toFile())
                    .setDataDirectory(data.path())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setRegisterShutdownHook(false)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, home, data)));
            return server.getPort();
        } catch (IOException failure) {
            throw new IllegalStateException("The embedded PostgreSQL did not start", failure);
        }
    }

    private static void end(AutoCloseable server, TemporaryFolder home, TemporaryFolder data) {
        try (home; data) {
            server.close();
        } catch (Exception failure) {
            System.err.println("Left behind: " + home.path() + " or " + data.path() + ", because of " + failure);
        }
    }
}
