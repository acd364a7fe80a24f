package dev.tidemark.copy;

import dev.tidemark.support.EmbeddedPostgres;
import java.util.List;

/** A database on the embedded PostgreSQL. */
final class PostgresDatabase implements TargetDatabase {
    private final EmbeddedPostgres database = EmbeddedPostgres.create();

    @Override
    public String url() {
        return database.url();
    }

    @Override
    public String username() {
        return EmbeddedPostgres.ADMINISTRATOR;
    }

    @Override
    public String password() {
        return "";
    }

    @Override
    public void run(String... statements) {
        database.run(statements);
    }

    @Override
    public List<String> texts(String query) {
        return database.texts(query);
    }

    @Override
    public void close() {
        database.close();
    }
}
