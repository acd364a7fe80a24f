package dev.tidemark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that brings its own Java, unpacked where there is none. */
class DistributionIT {
    private static final int MOST = 1_000;

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @TempDir
    private Path folder;

    private Installation tidemark;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void unpackWhereThereIsNoJava() throws Exception {
        tidemark = Installation.unpackedIn(folder, "tidemark-.+-.+-.+\\.tar\\.gz");
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String name : List.of("readlink", "uname", "dirname", "sed", "tr", "ls")) {
            Path tool = Files.writeString(tools.resolve(name), "#!/bin/sh\nexec /usr/bin/" + name + " \"$@\"\n");
            Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        environment.put("JAVA_HOME", "");
        environment.put("PATH", tools.toString());
        environment.put("TIDEMARK_SOURCE_URL", sakila.url());
        environment.put("TIDEMARK_SOURCE_USERNAME", sakila.server().username());
        environment.put("TIDEMARK_SOURCE_PASSWORD", sakila.server().password());
        environment.put("TIDEMARK_WAREHOUSE", folder.resolve("analytics.db").toString());
    }

    @Test
    void runsEveryCommand() throws Exception {
        String payments = "fact_payment +" + sakila.queryLong("SELECT COUNT(*) FROM payment");
        run("init");
        run("full-load");
        sakila.execute("DELETE FROM payment WHERE payment_id = 42");
        run("incremental");
        run("incremental", "--deep");
        assertTrue(run("validate", "--all").output().contains("fact_payment"));
        String status = run("status").output();
        assertTrue(!status.matches("(?s).*" + payments + " .*") && status.contains("fact_payment"), status);
        assertTrue(run("status", "--format", "json").output().startsWith("{"));
    }

    @Test
    void readsTextsInRareCharacterSets() throws Exception {
        sakila.execute("ALTER TABLE category MODIFY name VARCHAR(25) CHARACTER SET macroman NOT NULL");
        run("init");
        run("full-load");
        run("validate", "--all");
    }

    @Test
    void startsFromItsCache() throws Exception {
        assertTrue(run("--version").cached() > MOST);
        run("init");
        assertTrue(run("status").cached() > 3 * MOST);
    }

    @Test
    void theCacheOfTheBuildsJavaIsLeftAsideByAnother() throws Exception {
        var outcome = Installation.built()
                .run("", Map.of("JAVA_HOME", tidemark.folder().resolve("runtime").toString()), "--version");
        assertEquals("", outcome.errors());
        assertTrue(outcome.output().matches("tidemark .+ \\(Java \\d+\\)\\R"), outcome::output);
        assertTrue(outcome.cached() < MOST, () -> "As many as " + outcome.cached());
    }

    private Installation.Outcome run(String... arguments) throws IOException, InterruptedException {
        var outcome = tidemark.run("", environment, arguments);
        assertEquals(0, outcome.exitCode(), outcome::errors);
        return outcome;
    }
}
