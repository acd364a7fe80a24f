package dev.tidemark.sakila.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * Creates and fills the tables of a Sakila-shaped source. The same scale and seed give the same rows on every server.
 * Most rows were last updated in one go, in a migration, and the others night by night, so {@code last_update} ties
 * are the rule; nothing is later than the end of 2025.
 */
public record SakilaGenerator(SakilaScale scale, long seed) {

    /** Creates the tables in the connection's schema, which must have none of them, and fills and commits them. */
    public void create(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET time_zone = '+00:00', foreign_key_checks = 0, unique_checks = 0");
            for (String definition : schema().split(";\\R")) {
                statement.execute(definition);
            }
            var loader = new TableLoader(statement);
            for (TableRows table : tables()) {
                loader.load(table);
                connection.commit();
            }
            statement.execute("SET foreign_key_checks = 1, unique_checks = 1");
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private List<TableRows> tables() {
        var catalogue = new Catalogue(scale, seed);
        return Stream.of(
                        catalogue.tables(),
                        new Places(scale, seed).tables(),
                        new People(scale, seed).tables(),
                        new Trade(scale, seed, catalogue).tables())
                .flatMap(List::stream)
                .toList();
    }

    private static String schema() {
        try (InputStream file = SakilaGenerator.class.getResourceAsStream("/sakila/schema.sql")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
