package dev.tidemark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image, loaded and run by the Docker engine of this machine where -Dtidemark.test.image=true asks for it. */
class ImageIT {
    private static final String VOLUME = "tidemark-test-" + ProcessHandle.current().pid();

    private static String image;
    private static SakilaSchema sakila;

    @BeforeAll
    static void load() throws Exception {
        assumeTrue(Boolean.getBoolean("tidemark.test.image"), "-Dtidemark.test.image is not true");
        try (Stream<Path> files = Files.list(Installation.target())) {
            Path archive = files.filter(path -> path.getFileName().toString().matches("tidemark-image-.*\\.tar"))
                    .findFirst()
                    .orElseThrow();
            String loaded = succeed("load", "--quiet", "--input", archive.toString());
            image = loaded.lines().toList().getLast().replace("Loaded image: ", "");
        }
        sakila = SakilaSchema.small();
    }

    @AfterEach
    void removeTheVolume() throws Exception {
        succeed("volume", "rm", "--force", VOLUME);
    }

    @AfterAll
    static void remove() throws Exception {
        if (sakila != null) {
            sakila.close();
            succeed("image", "rm", image);
        }
    }

    @Test
    void itRunsOnAReadOnlySystemWithoutPrivileges() throws Exception {
        assertTrue(image.matches("tidemark:[0-9.]+"), image);
        assertTrue(tidemark("--version").startsWith("tidemark " + image.substring(image.indexOf(':') + 1)));
        assertEquals("10001:10001\n", succeed("image", "inspect", "--format", "{{.Config.User}}", image));
    }

    @Test
    void theWarehouseStaysInItsVolume() throws Exception {
        tidemark("init");
        tidemark("full-load");
        sakila.execute("UPDATE customer SET last_name = 'MILLER' WHERE customer_id = 1");
        assertTrue(tidemark("incremental").contains("1 updated"));
        tidemark("validate", "--all");
        assertTrue(tidemark("status", "--format", "prometheus").contains("tidemark_last_run_success"));
        assertTrue(tidemark("config").contains("TIDEMARK_SOURCE_URL"));
    }

    @Test
    void theExampleForComposeFillsAWarehouseFromMysql(@TempDir Path folder) throws Exception {
        Path genuine = Path.of(System.getProperty("tidemark.test.sakila", ""));
        assumeTrue(Files.exists(genuine.resolve("sakila-schema.sql.gz")), "-Dtidemark.test.sakila names no folder");
        Path example = Files.copy(Path.of("src/examples/compose.yml"), folder.resolve("compose.yml"));
        Files.writeString(folder.resolve("password.txt"), "a password\n");
        Path scripts = Files.createDirectory(folder.resolve("sakila"));
        Files.copy(genuine.resolve("sakila-schema.sql.gz"), scripts.resolve("1-schema.sql.gz"));
        Files.copy(genuine.resolve("sakila-data.sql.gz"), scripts.resolve("2-data.sql.gz"));
        String[] compose = {"docker-compose", "--project-name", VOLUME, "--file", example.toString()};
        try {
            run(compose, "run", "--rm", "tidemark", "init");
            run(compose, "run", "--rm", "tidemark", "full-load");
            assertTrue(run(compose, "run", "--rm", "tidemark").contains("nothing differed"));
        } finally {
            run(compose, "down", "--volumes");
        }
    }

    private static String tidemark(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "run", "--rm", "--read-only", "--tmpfs", "/tmp", "--cap-drop", "ALL",
                "--security-opt", "no-new-privileges", "--network", "host", "--volume", VOLUME + ":/data",
                "--env", "TIDEMARK_SOURCE_URL=" + sakila.url(),
                "--env", "TIDEMARK_SOURCE_USERNAME=" + sakila.server().username(),
                "--env", "TIDEMARK_SOURCE_PASSWORD=" + sakila.server().password(), image));
        command.addAll(List.of(arguments));
        return succeed(command.toArray(String[]::new));
    }

    private static String succeed(String... arguments) throws IOException, InterruptedException {
        return run(new String[] {"docker"}, arguments);
    }

    private static String run(String[] program, String... arguments) throws IOException, InterruptedException {
        List<String> command = Stream.of(program, arguments).flatMap(Stream::of).toList();
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = process.inputReader().readAllAsString();
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + output);
        return output;
    }
}
