package dev.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are configuration files, and say what their comments promise. */
class ExamplesTest {
    @Test
    void chinookKeepsKeysAndCommitsARun() {
        CopySettings copy = load("chinook.yml");
        assertEquals(CopySettings.Target.Kind.POSTGRESQL, copy.target().kind());
        assertEquals(
                List.of(
                        CopySettings.Names.SNAKE_CASE, CopySettings.Create.MISSING, CopySettings.Keys.KEEP,
                        CopySettings.Commit.RUN, CopySettings.BadRows.STOP),
                List.of(copy.names(), copy.create(), copy.keys(), copy.commit(), copy.badRows()));
        assertEquals(
                Optional.of("numeric(10,2)"), copy.tables().get("InvoiceLine").columns().get("UnitPrice").type());
    }

    @Test
    void gitHistoryAssignsKeysByNaturalKeysAndCommitsTables() {
        CopySettings copy = load("git-history.yml");
        assertEquals(CopySettings.Target.Kind.MYSQL, copy.target().kind());
        assertEquals(
                List.of(
                        CopySettings.Names.SAME, CopySettings.Create.NEVER, CopySettings.Keys.ASSIGN,
                        CopySettings.Commit.TABLE, CopySettings.BadRows.REJECT),
                List.of(copy.names(), copy.create(), copy.keys(), copy.commit(), copy.badRows()));
        assertEquals(9, copy.tables().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "mysql"})
    void theNaturalKeysOfGitHistoryAreKeysOnBothSides(String side) throws IOException {
        String schema = Files.readString(Path.of("src/test/resources/copy/git-history-" + side + ".sql"));
        load("git-history.yml").tables().forEach((name, table) -> {
            String statement = schema.substring(schema.indexOf("CREATE TABLE " + name + " ("));
            String key = "UNIQUE (" + String.join(", ", table.naturalKey()) + ")";
            assertTrue(statement.substring(0, statement.indexOf(';')).contains(key), name + " has no " + key);
        });
    }

    private static CopySettings load(String name) {
        Path file = Path.of("src/examples", name);
        Map<String, String> environment = Map.of("TIDEMARK_TARGET_PASSWORD", "secret");
        return SettingsLoader.load(new SettingSources(Map.of(), environment, Optional.of(file)))
                .copy().orElseThrow();
    }
}
