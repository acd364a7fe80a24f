package dev.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example of a configuration file is a configuration file. */
class ConfigExampleTest {
    @TempDir
    private Path folder;

    @Test
    void asItStandsItChangesNothing() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.yml"), "");
        Settings expected = load(Map.of("TIDEMARK_WAREHOUSE", folder + "/analytics.db"), Optional.of(empty));
        Settings given = load(Map.of(), Optional.of(example(Pipeline.SAKILA)));
        assertEquals(expected.toString().replace("empty.yml", "tidemark.yml"), given.toString());
    }

    @Test
    void asItStandsThatOfACopySetsDefaultsAndWhereItLeads() throws IOException {
        Path file = example(Pipeline.COPY);
        Settings expected = load(
                Map.of(
                        "TIDEMARK_PIPELINE", "copy", "TIDEMARK_STATE", folder + "/tidemark.state.db",
                        "TIDEMARK_SOURCE_URL", "jdbc:sqlite:/data/chinook.db",
                        "TIDEMARK_TARGET_URL", "jdbc:postgresql://localhost:5432/chinook"),
                Optional.of(Files.writeString(folder.resolve("empty.yml"), "")));
        Settings given = load(Map.of(), Optional.of(file));
        assertEquals(
                expected.toString().replace("empty.yml", "tidemark.yml"), given.toString());
    }

    @ParameterizedTest
    @EnumSource
    void withoutItsCommentSignsItGivesEverySetting(Pipeline pipeline) throws IOException {
        String all = ConfigExample.text(pipeline).replaceAll("(?m)^( *)#(?=\\w)", "$1");
        Path path = Files.writeString(folder.resolve("tidemark.yml"), all);
        ConfigFile file = ConfigFile.read(path, Map.of());
        assertEquals(EnumSet.copyOf(Setting.of(pipeline)), file.settings().keySet());
        assertEquals(pipeline == Pipeline.COPY ? Set.of("Artist", "Draft") : Set.of(), file.tables().keySet());
    }

    @ParameterizedTest
    @EnumSource
    void everySettingIsExplainedWithItsOtherNames(Pipeline pipeline) {
        String example = ConfigExample.text(pipeline).replaceAll("\\s*\\R *# *", " ");
        for (Setting setting : Setting.of(pipeline)) {
            assertTrue(example.contains(setting.description()), setting::name);
            assertTrue(example.contains(setting.variable() + "."), setting::name);
            setting.flag().ifPresent(flag -> assertTrue(example.contains(flag + ","), flag));
        }
    }

    private Path example(Pipeline pipeline) throws IOException {
        return Files.writeString(folder.resolve("tidemark.yml"), ConfigExample.text(pipeline));
    }

    private static Settings load(Map<String, String> environment, Optional<Path> file) {
        return SettingsLoader.load(new SettingSources(Map.of(), environment, file));
    }
}
