package dev.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The jobs of the guides, run as cron, systemd and a CI system run them: by a shell that knows next to nothing. */
class JobsIT extends WithReplication {
    private static final Guide OPERATING = Guide.read("src/docs/operating.md");

    private Machine machine;

    @BeforeEach
    void install() throws IOException {
        machine = Machine.in(folder);
        machine.write("etc/tidemark/tidemark.yml", """
                source:
                  url: %s
                  username: %s
                  password: %s
                warehouse: %s
                """.formatted(
                sakila.url(), sakila.server().username(), sakila.server().password(), folder.resolve("analytics.db")));
    }

    @Test
    void theLinesForCronSayNothingOnSuccess() throws Exception {
        for (Guide guide : List.of(OPERATING, Guide.read("README.md"))) {
            String line = guide.blocks("cron").getFirst();
            assertTrue(line.startsWith("*/15 * * * *  "), line);
            assertEquals("", machine.shell(line.substring("*/15 * * * *  ".length()), Map.of()));
        }
        Path log = folder.resolve("var/log/tidemark/tidemark.log");
        assertTrue(Files.readString(log).contains("exit code 0"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(log.getParent())));
    }

    @Test
    void theServiceOfSystemdSaysOneLine() throws Exception {
        String service = OPERATING.blocks("ini").getFirst();
        String[] environment = value(service, "Environment").split("=", 2);
        String out = machine.shell(value(service, "ExecStart"), Map.of(environment[0], machine.here(environment[1])));
        assertTrue(out.matches("incremental done in .* UTC\\.\\R"), out);
        assertEquals("oneshot", value(service, "Type"));
    }

    @Test
    void theJobOfTheCiSystemSucceeds() throws Exception {
        Map<String, Object> workflow = new Yaml().load(Guide.read("src/docs/ci.md").blocks("yaml").getFirst());
        Path summary = folder.resolve("summary.md");
        Map<String, String> environment = new HashMap<>();
        ((Map<?, ?>) at(workflow, "jobs", "level", "env"))
                .forEach((name, value) -> environment.put((String) name, (String) value));
        environment.put("TIDEMARK_SOURCE_URL", sakila.url());
        environment.put("TIDEMARK_SOURCE_USERNAME", sakila.server().username());
        environment.put("TIDEMARK_SOURCE_PASSWORD", sakila.server().password());
        environment.put("GITHUB_STEP_SUMMARY", summary.toString());
        Path paths = Files.createFile(folder.resolve("paths"));
        environment.put("GITHUB_PATH", paths.toString());
        machine.shell("tar -czf " + folder + "/tidemark-0.1.0.tar.gz -C " + folder + "/opt tidemark", Map.of());
        for (Object step : (List<?>) at(workflow, "jobs", "level", "steps")) {
            Object command = ((Map<?, ?>) step).get("run");
            // As there, what a step adds to the path is for those that follow, and nothing else is on it.
            environment.put("PATH", String.join(":", Files.readAllLines(paths)) + ":/usr/bin:/bin");
            machine.shell(command == null ? "" : (String) command, environment);
        }
        assertTrue(Files.readString(summary).contains("**The warehouse matches the source.**"));
        assertTrue(Files.readString(folder.resolve("tidemark.xml")).contains("failures=\"0\""));
        assertEquals(List.of(folder + "/tidemark/bin"), Files.readAllLines(paths));
    }

    @Test
    void everyMetricIsListed() throws Exception {
        String metrics = machine.shell(
                "/opt/tidemark/bin/tidemark status --format prometheus",
                Map.of("TIDEMARK_CONFIG", folder + "/etc/tidemark/tidemark.yml"));
        Pattern.compile("# TYPE (\\w+)").matcher(metrics).results().map(found -> found.group(1)).forEach(name ->
                assertTrue(OPERATING.text().contains("`" + name + "`"), name));
    }

    private static Object at(Object node, String... path) {
        Object found = node;
        for (String name : path) {
            found = ((Map<?, ?>) found).get(name);
        }
        return found;
    }

    private static String value(String unit, String name) {
        return unit.lines()
                .filter(line -> line.startsWith(name + "="))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1);
    }
}
