package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results and logs that a slip sends to a file of Tidemark's own. */
class OwnFilesTest {
    @TempDir
    private Path folder;

    static Stream<List<String>> results() {
        return Stream.of("status", "keys", "report", "validate --all", "status --format prometheus")
                .flatMap(command -> Stream.of("analytics.db", "analytics.db-wal", "analytics.db.lock", "link.db", "log")
                        .map(file -> List.of(command, file)));
    }

    @ParameterizedTest
    @MethodSource("results")
    void neverTakeAResult(List<String> commandAndFile) throws Exception {
        WarehouseFile warehouse = LoadedWarehouse.copyTo(folder);
        Files.createSymbolicLink(folder.resolve("link.db"), warehouse.path());
        Path log = Files.writeString(folder.resolve("log"), "");
        Path file = folder.resolve(commandAndFile.getLast());
        String before = hash(warehouse);
        String complaint = TidemarkCli.in(Map.of(
                        "TIDEMARK_WAREHOUSE", warehouse.path().toString(),
                        "TIDEMARK_LOG_FILE", log.toString(),
                        "TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:1/sakila",
                        "TIDEMARK_SOURCE_USERNAME", "nobody"))
                .run((commandAndFile.getFirst() + " --output " + file).split(" "))
                .exitingWith(2)
                .complaint();
        assertTrue(complaint.startsWith("tidemark: The file " + file + " (--output) is the "), complaint);
        assertTrue(complaint.contains(" or a file beside it. Try: name another one; nothing was written."), complaint);
        assertEquals(before, hash(warehouse));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analytics.db", "analytics.db-wal", "link.db"})
    void neverTakeTheLog(String file) throws Exception {
        WarehouseFile warehouse = LoadedWarehouse.copyTo(folder);
        Files.createSymbolicLink(folder.resolve("link.db"), warehouse.path());
        FolderContent before = FolderContent.of(folder);
        String complaint = TidemarkCli.in(Map.of("TIDEMARK_WAREHOUSE", warehouse.path().toString()))
                .run("status", "--log-file", folder.resolve(file).toString())
                .exitingWith(2)
                .complaint();
        assertTrue(complaint.contains(folder.resolve(file) + " (--log-file) is the warehouse "), complaint);
        assertEquals(before, FolderContent.of(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tidemark.yml", "password"})
    void neverTakeAResultInPlaceOfWhatTheyAreReadFrom(String file) throws Exception {
        Files.writeString(folder.resolve("tidemark.yml"), "warehouse: analytics.db");
        Files.writeString(folder.resolve("password"), "secret");
        LoadedWarehouse.copyTo(folder);
        FolderContent before = FolderContent.of(folder);
        TidemarkCli cli = TidemarkCli.in(Map.of(
                "TIDEMARK_CONFIG", folder.resolve("tidemark.yml").toString(),
                "TIDEMARK_SOURCE_PASSWORD_FILE", folder.resolve("password").toString()));
        for (String option : List.of("--output", "--log-file")) {
            String complaint = cli.run("status", option, folder.resolve(file).toString()).exitingWith(2).complaint();
            assertTrue(complaint.contains(" (" + option + ") is the file of settings "), complaint);
        }
        assertEquals(before, FolderContent.of(folder));
    }

    private String hash(WarehouseFile warehouse) {
        return FolderContent.of(folder).files().get(warehouse.path().toString());
    }
}
