package dev.tidemark.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The sample database as distributed, in a folder with {@code sakila-schema.sql.gz} and {@code sakila-data.sql.gz}.
 * MariaDB skips comments for MySQL 5.7 and later, so its {@code address} has no location.
 */
record GenuineSakila(Path folder) {
    private static final String PROPERTY = "tidemark.test.sakila";
    private static final String SCHEMA = "sakila-schema.sql.gz";
    private static final String DATA = "sakila-data.sql.gz";
    private static final Pattern SCHEMA_STATEMENT = Pattern.compile("(DROP|CREATE) SCHEMA .*|USE .*");
    private static final Pattern SCHEMA_PREFIX = Pattern.compile("\\bsakila\\.");

    GenuineSakila {
        for (String file : new String[] {SCHEMA, DATA}) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new IllegalStateException(PROPERTY + " is " + folder + ", where there is no readable " + file);
            }
        }
    }

    static boolean isConfigured() {
        return !System.getProperty(PROPERTY, "").isBlank() && configured() != null;
    }

    static GenuineSakila configured() {
        return new GenuineSakila(Path.of(System.getProperty(PROPERTY)));
    }

    /** Loads everything into the connection's schema, whatever its name, instead of one named sakila. */
    void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            run(SCHEMA, statement);
            run(DATA, statement);
        }
    }

    private void run(String file, Statement statement) throws SQLException {
        String schema = statement.getConnection().getCatalog();
        try (var packed = new GZIPInputStream(Files.newInputStream(folder.resolve(file)));
                var lines = new BufferedReader(new InputStreamReader(packed, StandardCharsets.UTF_8))) {
            for (String sql : SqlScript.statements(lines)) {
                if (SCHEMA_STATEMENT.matcher(sql).matches()) {
                    continue;
                }
                statement.execute(file.equals(SCHEMA) ? SCHEMA_PREFIX.matcher(sql).replaceAll(schema + ".") : sql);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
