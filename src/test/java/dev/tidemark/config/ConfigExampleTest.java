package dev.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a configuration file is a configuration file. */
class ConfigExampleTest {
    @TempDir
    private Path folder;

    @Test
    void asItStandsItChangesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("tidemark.yml"), ConfigExample.text());
        assertEquals(
                SettingsLoader.load(new SettingSources(Map.of(), Map.of(), Optional.empty())),
                SettingsLoader.load(new SettingSources(Map.of(), Map.of(), Optional.of(file))));
    }

    @Test
    void withoutItsCommentSignsItGivesEverySetting() throws IOException {
        String all = ConfigExample.text().replaceAll("(?m)^( *)#(?=\\w)", "$1");
        Path file = Files.writeString(folder.resolve("tidemark.yml"), all);
        assertEquals(EnumSet.allOf(Setting.class), ConfigFile.read(file).keySet());
    }

    @Test
    void everySettingIsExplainedWithItsOtherNames() {
        String example = ConfigExample.text().replaceAll("\\s*\\R *# *", " ");
        for (Setting setting : Setting.values()) {
            assertTrue(example.contains(setting.description()), setting::name);
            assertTrue(example.contains(setting.variable() + "."), setting::name);
            setting.flag().ifPresent(flag -> assertTrue(example.contains(flag + ","), flag));
        }
    }
}
