package dev.tidemark.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A running server of the MySQL family that tests may fill with their own schemas. It lives as long as the JVM.
 *
 * @param description its name for people: "embedded MariaDB 11.4.5", "MySQL 9.7.4 in Docker"
 * @param isMariaDb whether it is MariaDB rather than MySQL
 */
public record SourceServer(
        String description, boolean isMariaDb, String host, int port, String username, String password) {

    /**
     * Connects to a server that should be running, and asks for its version.
     *
     * @param description a format for the server's version without its vendor's suffix
     */
    static SourceServer reached(String description, String host, int port, String username, String password) {
        var unknown = new SourceServer(description, false, host, port, username, password);
        try (var connection = unknown.connect("");
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT VERSION()")) {
            answer.next();
            String version = answer.getString(1);
            return new SourceServer(
                    description.formatted(version.split("-", 2)[0]), version.contains("MariaDB"), host, port, username,
                    password);
        } catch (SQLException failure) {
            throw new IllegalStateException("The test server cannot be reached at " + host + ":" + port, failure);
        }
    }

    /** The JDBC URL of a schema, without credentials or parameters. */
    public String url(String schema) {
        return "jdbc:mysql://" + host + ":" + port + "/" + schema;
    }

    /**
     * Opens a connection for preparing and inspecting test data; the program under test uses another. Its time zone is
     * +00:00, it accepts several statements at once, and a year arrives as a number.
     */
    public Connection connect(String schema) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("connectionTimeZone", "+00:00");
        properties.setProperty("forceConnectionTimeZoneToSession", "true");
        properties.setProperty("allowMultiQueries", "true");
        properties.setProperty("rewriteBatchedStatements", "true");
        properties.setProperty("yearIsDateType", "false");
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty("sslMode", "DISABLED");
        return DriverManager.getConnection(url(schema), properties);
    }
}
