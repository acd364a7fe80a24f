package dev.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.cli.AllCommands;
import dev.tidemark.config.ConfigExample;
import dev.tidemark.config.Pipeline;
import dev.tidemark.config.Setting;
import dev.tidemark.copy.target.TargetTypes;
import dev.tidemark.copy.value.Transforms;
import dev.tidemark.mysql.target.MysqlTarget;
import dev.tidemark.postgres.PostgresTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/** What the guides to copies show is what the program does: examples, settings, types, transforms, commands. */
class CopyGuidesTest {
    private static final Guide COPIES = Guide.read("src/docs/copies.md");
    private static final String NO_TYPE = "no type";

    static Stream<String> commands() {
        return Stream.of("copies", "chinook", "git-history")
                .map(name -> Guide.read("src/docs/" + name + ".md"))
                .flatMap(guide -> Stream.concat(
                        guide.blocks("sh").stream(),
                        Pattern.compile("(?m)^(?:ExecStart=|\\d.* )/opt/tidemark/bin/(tidemark .*)$")
                                .matcher(guide.text()).results().map(line -> line.group(1))))
                .flatMap(String::lines);
    }

    static Stream<List<String>> types() {
        return COPIES.tableAfter("## Types").stream();
    }

    static Stream<Setting> settings() {
        String example = ConfigExample.text(Pipeline.COPY);
        return Arrays.stream(Setting.values()).filter(setting -> example.contains(" " + setting.variable() + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chinook", "git-history"})
    void theBlocksOfAGuideAreItsExample(String name) {
        Map<String, Object> shown =
                new Yaml().load(String.join("\n", Guide.read("src/docs/" + name + ".md").blocks("yaml")));
        Map<String, Object> example = new Yaml().load(Guide.read("src/examples/" + name + ".yml").text());
        assertEquals(example, shown);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandsAreOnesThatTheProgramTakes(String line) {
        List<String> words = List.of(line.replaceFirst("^TIDEMARK_\\w+=\\S+ ", "").replaceFirst(" +[#>].*", "").split(" +"));
        assertEquals("tidemark", words.getFirst());
        assertDoesNotThrow(() -> new CommandLine(new AllCommands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(words.subList(1, words.size()).toArray(String[]::new)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingIsListedWithItsDefault(Setting setting) {
        List<String> row = COPIES.tableAfter("```yaml").stream()
                .filter(cells -> quoted(cells.getFirst()).contains(setting.key()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("copies.md has no row for " + setting.key()));
        List<String> defaults = quoted(row.getLast());
        assertTrue(
                setting == Setting.SOURCE_URL || defaults.isEmpty() || setting.defaultText().isEmpty()
                        || defaults.contains(setting.defaultText().orElseThrow()),
                () -> setting + " is not " + row.getLast());
    }

    @ParameterizedTest
    @MethodSource("types")
    void declaredTypesBecomeTheseTypes(List<String> row) {
        List<String> declared = row.getFirst().equals(NO_TYPE) ? List.of("") : quoted(row.getFirst());
        for (String type : declared) {
            TargetTypes postgresql = PostgresTarget.types();
            TargetTypes mysql = MysqlTarget.types();
            List<String> given = List.of(
                    postgresql.forDeclared().apply(type, false),
                    mysql.forDeclared().apply(type, false),
                    mysql.forDeclared().apply(type, true));
            assertEquals(row.subList(1, 4).stream().map(cell -> quoted(cell).getFirst()).toList(), given, type);
            assertEquals(given.getFirst(), postgresql.forDeclared().apply(type, true), type);
        }
    }

    @Test
    void theseTypesAreCarriedAndThoseAreNot() {
        List<List<String>> rows = COPIES.tableAfter("Columns of tables that are there");
        List<TargetTypes> targets = List.of(PostgresTarget.types(), MysqlTarget.types());
        for (int index = 0; index < targets.size(); index++) {
            TargetTypes types = targets.get(index);
            quoted(rows.get(index).get(1)).forEach(type -> assertTrue(types.held().apply(type).isPresent(), type));
            quoted(rows.get(index).get(2)).forEach(type -> assertEquals(Optional.empty(), types.held().apply(type)));
        }
    }

    @Test
    void allTransformsAreListed() {
        Set<String> listed = COPIES.tableAfter("### Transforms").stream()
                .flatMap(row -> quoted(row.getFirst()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Transforms.names()), listed);
    }

    private static List<String> quoted(String cell) {
        return Pattern.compile("`([^`]*)`").matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
