package dev.tidemark.copy;

import dev.tidemark.support.SourceServer;
import dev.tidemark.support.SourceServers;
import dev.tidemark.support.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A schema on the tests' server of the MySQL family. */
final class MysqlDatabase implements TargetDatabase {
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final SourceServer server = SourceServers.own();
    private final String name = "copy_" + RUN + "_" + COUNT.incrementAndGet();

    MysqlDatabase() {
        on("").run("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    }

    @Override
    public String url() {
        return server.url(name) + "?allowPublicKeyRetrieval=true";
    }

    @Override
    public String username() {
        return server.username();
    }

    @Override
    public String password() {
        return server.password();
    }

    @Override
    public void run(String... statements) {
        on(name).run(statements);
    }

    @Override
    public List<String> texts(String query) {
        return on(name).texts(query);
    }

    @Override
    public void close() {
        on("").run("DROP DATABASE " + name);
    }

    private Statements on(String schema) {
        return new Statements() {
            @Override
            public Connection connect() throws SQLException {
                return server.connect(schema);
            }
        };
    }
}
