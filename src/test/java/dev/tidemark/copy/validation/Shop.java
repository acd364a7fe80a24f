package dev.tidemark.copy.validation;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.support.Json;
import dev.tidemark.support.TidemarkCli;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A copy of a small shop: three artists and four tracks of theirs.
 *
 * @param job the copy
 */
record Shop(CopyJob job) implements AutoCloseable {
    /** A shop that was not copied yet; {@code settings} are lines of the configuration. */
    static Shop in(Path folder, CopyTargetKind kind, String... settings) {
        SqliteFile source = new SqliteFile(folder.resolve("shop.db"));
        source.run(
                "CREATE TABLE artist (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL)",
                "CREATE TABLE track (id INTEGER PRIMARY KEY, title VARCHAR(20) NOT NULL,"
                        + " artist_id INTEGER REFERENCES artist (id), price NUMERIC(10,2))",
                "INSERT INTO artist VALUES (1, 'Ada'), (2, 'Bob'), (3, 'Cyd')",
                "INSERT INTO track VALUES (10, 'Dawn', 1, 0.99), (11, 'Elm', 1, 1.5), (12, 'Fog', 2, 2),"
                        + " (13, 'Gin', NULL, NULL)");
        return new Shop(CopyJob.in(folder, "shop", source, kind, String.join("\n", settings)));
    }

    /** The same after a full load. */
    static Shop filled(Path folder, CopyTargetKind kind, String... settings) {
        Shop shop = in(folder, kind, settings);
        shop.cli().succeedAll("init", "full-load");
        return shop;
    }

    TidemarkCli cli() {
        return job.cli();
    }

    void inSource(String... statements) {
        job.source().run(statements);
    }

    void inTarget(String... statements) {
        job.target().run(statements);
    }

    /** A statement on the target that no foreign key stops. */
    void inTargetUnchecked(CopyTargetKind kind, String statement) {
        inTarget(
                kind == CopyTargetKind.MYSQL
                        ? "SET foreign_key_checks = 0"
                        : "SET session_replication_role = replica",
                statement);
    }

    /** The check of a table by a validation that exits with {@code exitCode}. */
    JsonNode check(int exitCode, String table, String... options) {
        List<String> arguments = new ArrayList<>(List.of("validate"));
        arguments.addAll(List.of(options));
        JsonNode result = cli().json(exitCode, arguments.toArray(String[]::new));
        return Json.find(result.path("tables"), "table", table);
    }

    /** "carried pending rejected different missing others verdict" of a table. */
    String counts(int exitCode, String table, String... options) {
        JsonNode check = check(exitCode, table, options);
        return "%d %d %d %d %d %d %s".formatted(
                check.path("carried").asLong(), check.path("pending").asLong(), check.path("rejected").asLong(),
                check.path("different").asLong(), check.path("missing").asLong(), check.path("others").asLong(),
                check.path("verdict").asString());
    }

    @Override
    public void close() {
        job.close();
    }
}
