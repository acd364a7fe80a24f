package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Json;
import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option that every command has, before the command and after it. */
class OptionsTest {
    @AutoClose
    private static final SakilaSchema SAKILA = SakilaSchema.small();

    @TempDir
    private Path folder;

    private final TidemarkCli bare = TidemarkCli.in(Map.of());
    private List<String> options;

    @BeforeEach
    void writeThePassword() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), SAKILA.server().password() + "\n");
        options = List.of(
                "--source-url", SAKILA.url(), "--source-username", SAKILA.server().username(),
                "--source-password-file", password.toString(), "--warehouse", folder.resolve("flag.db").toString(),
                "--source-timeout", "1m", "--detect", "content", "--look-back", "0s",
                "--max-deletes", "100%", "--retries", "0", "--wait", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "full-load", "incremental", "validate", "status"})
    void optionsStandBeforeOrAfterTheCommand(String command) {
        LoadedWarehouse.copyTo(folder).path().toFile().renameTo(folder.resolve("flag.db").toFile());
        bare.succeed(withCommand(0, command));
        bare.succeed(withCommand(4, command));
        bare.succeed(withCommand(options.size(), command));
    }

    @Test
    void theConfigurationFileSaysItAll() throws IOException {
        Path config = Files.writeString(folder.resolve("tidemark.yml"), """
                source:
                  url: %s
                  username: %s
                  password: %s
                warehouse: %s
                """.formatted(
                SAKILA.url(), SAKILA.server().username(), SAKILA.server().password(), folder.resolve("yaml.db")));
        bare.succeed("--config", config.toString(), "init");
        bare.with("TIDEMARK_CONFIG", config.toString()).succeedAll("full-load", "validate", "status");
        assertTrue(Files.exists(folder.resolve("yaml.db")));
    }

    @Test
    void deepFindsWhatSomeoneDidToTheWarehouse() {
        WarehouseFile warehouse = LoadedWarehouse.copyTo(folder);
        TidemarkCli tidemark = TidemarkCli.of(SAKILA, warehouse.path());
        warehouse.execute("UPDATE dim_actor SET first_name = 'Somebody' WHERE actor_id = 3");
        tidemark.succeed("incremental");
        tidemark.run("validate", "--all").exitingWith(1);

        String result = tidemark.succeed("incremental", "--deep", "--format", "json").out();

        assertEquals(1, Json.parse(result).path("total").path("updated").asLong());
        tidemark.succeed("validate", "--all");
    }

    @Test
    void verbosePrintsTheTraceAndNothingElseDoes() {
        TidemarkCli wrong = TidemarkCli.of(SAKILA, folder.resolve("none.db"));
        assertFalse(wrong.run("status").exitingWith(4).err().contains("\tat "));
        for (String[] arguments : List.of(new String[] {"--verbose", "status"}, new String[] {"status", "--verbose"})) {
            String err = wrong.run(arguments).exitingWith(4).err();
            assertTrue(err.startsWith("tidemark: There is no warehouse at"), err);
            assertTrue(err.contains("\tat dev.tidemark."), err);
        }
    }

    private String[] withCommand(int position, String command) {
        List<String> arguments = new ArrayList<>(options);
        arguments.add(position, command);
        return arguments.toArray(String[]::new);
    }
}
