package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithUnchangedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every option that every command has, before the command and after it. */
class OptionsTest extends WithUnchangedSource {
    private final TidemarkCli bare = TidemarkCli.in(Map.of());
    private List<String> options;

    @BeforeEach
    void writeThePassword() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), sakila.server().password() + "\n");
        options = List.of(
                "--source-url", sakila.url(), "--source-username", sakila.server().username(),
                "--source-password-file", password.toString(), "--warehouse", folder.resolve("flag.db").toString(),
                "--source-timeout", "1m", "--detect", "content", "--look-back", "0s",
                "--max-deletes", "100%", "--retries", "0", "--wait", "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "full-load", "incremental", "validate", "status"})
    void optionsStandBeforeOrAfterTheCommand(String command) {
        warehouse.path().toFile().renameTo(folder.resolve("flag.db").toFile());
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
                sakila.url(), sakila.server().username(), sakila.server().password(), folder.resolve("yaml.db")));
        bare.succeed("--config", config.toString(), "init");
        bare.with("TIDEMARK_CONFIG", config.toString()).succeedAll("full-load", "validate", "status");
        assertTrue(Files.exists(folder.resolve("yaml.db")));
    }

    @Test
    void deepFindsWhatSomeoneDidToTheWarehouse() {
        warehouse.execute("UPDATE dim_actor SET first_name = 'Somebody' WHERE actor_id = 3");
        tidemark.succeed("incremental");
        tidemark.run("validate", "--all").exitingWith(1);

        JsonNode result = tidemark.json(0, "incremental", "--deep");

        assertEquals(1, result.path("total").path("updated").asLong());
        tidemark.succeed("validate", "--all");
    }

    @Test
    void verbosePrintsTheTraceAndNothingElseDoes() {
        TidemarkCli wrong = tidemark.with("TIDEMARK_WAREHOUSE", folder + "/none.db");
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
