package dev.tidemark.copy.scratch;

import dev.tidemark.support.SourceServer;
import dev.tidemark.support.SourceServers;
import dev.tidemark.support.TidemarkCli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    private Path folder;

    @Test
    void run() throws Exception {
        SourceServer server = SourceServers.own();
        try (var c = server.connect(""); var s = c.createStatement()) {
            s.execute("DROP DATABASE IF EXISTS chinook");
            s.execute("CREATE DATABASE chinook");
        }
        Path chinook = folder.resolve("chinook.db");
        Files.copy(Path.of(System.getProperty("tidemark.test.chinook", "/work/shared/chinook/chinook.sqlite")), chinook);
        chinook.toFile().setWritable(true);
        Path file = Files.writeString(folder.resolve("copy.yml"), """
                pipeline: copy
                source: {url: "jdbc:sqlite:%s"}
                target: {url: "%s", username: %s, password: "%s"}
                state: %s
                %s
                """.formatted(chinook, server.url("chinook"), server.username(), server.password(),
                folder.resolve("state.db"), System.getProperty("more", "")));
        TidemarkCli cli = TidemarkCli.in(Map.of("TIDEMARK_CONFIG", file.toString()));
        show(cli, "init", "--format", "table");
        show(cli, "full-load", "--format", "table");
        show(cli, "incremental", "--format", "table");
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + chinook); var s = c.createStatement()) {
            s.execute("UPDATE Artist SET Name = Name || '!' WHERE ArtistId < 10");
            s.execute("DELETE FROM InvoiceLine WHERE InvoiceId = 5");
            s.execute("DELETE FROM Invoice WHERE InvoiceId = 5");
            s.execute("INSERT INTO Artist VALUES (1000, 'New one')");
            s.execute("DELETE FROM Artist WHERE ArtistId = 3");
        }
        show(cli, "incremental", "--format", "table");
        show(cli, "incremental", "--format", "table", "--dry-run");
        show(cli, "full-load", "--format", "table");
    }

    private static void show(TidemarkCli cli, String... arguments) {
        var result = cli.run(arguments);
        System.out.println("$ " + String.join(" ", arguments) + " -> " + result.exitCode());
        System.out.println(result.out());
        System.out.println(result.err());
    }
}
