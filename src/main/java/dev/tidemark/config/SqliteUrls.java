package dev.tidemark.config;

import dev.tidemark.failure.TidemarkException;
import java.nio.file.Path;

/** Checks the URL of a SQLite file. */
public final class SqliteUrls {
    private static final String PREFIX = "jdbc:sqlite:";

    private SqliteUrls() {}

    /** The file that the URL, given by the option {@code flag}, names; any other form is a usage failure. */
    public static Path file(String url, String flag) {
        return file(Given.onCommandLine(url, flag));
    }

    /** The URL with the absolute path of its file; any other URL is as it was given. */
    static String absolute(Given given) {
        return given.text().strip().startsWith(PREFIX) ? PREFIX + file(given).toAbsolutePath() : given.text();
    }

    /** The file that the URL names; any other form is a usage failure. */
    static Path file(Given given) {
        String url = given.text().strip();
        String name = url.startsWith(PREFIX) ? url.substring(PREFIX.length()) : "";
        if (name.isEmpty() || name.startsWith("file:") || name.startsWith(":") || name.contains("?")) {
            throw TidemarkException.usage(
                    "Not a JDBC URL of a SQLite file: \"" + ServerUrls.shown(url) + "\" (" + given.place() + ")",
                    "write the file's plain path, as in jdbc:sqlite:/data/chinook.db, and no parameters");
        }
        return SettingChecks.path(given.with(name));
    }
}
