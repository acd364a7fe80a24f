package dev.tidemark.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A process that holds a connection to a warehouse until it is killed, with or without a reading transaction. */
final class HeldOpen {
    private HeldOpen() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(arguments[1].equals("idle"));
            statement.executeQuery("SELECT count(*) FROM fact_payment").close();
            System.out.println("holding");
            System.in.read();
        }
    }
}
