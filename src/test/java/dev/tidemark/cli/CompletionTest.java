package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion script, as bash itself runs it. */
class CompletionTest {
    @TempDir
    private Path folder;

    @Test
    void commandsAreCompleted() throws Exception {
        assertEquals(List.of("incremental", "init"), completions("tidemark", "in"));
    }

    @Test
    void optionsAreCompleted() throws Exception {
        assertTrue(completions("tidemark", "validate", "--to").contains("--tolerance"));
        assertTrue(completions("tidemark", "status", "--max").contains("--max-lag"));
        assertTrue(completions("tidemark", "status", "--ware").contains("--warehouse"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status --format ''            | json prometheus text
            validate --format ''          | json junit markdown table text
            validate --fail-on ''         | difference warning
            incremental --format j        | json
            keys --format ''              | csv json
            config --to m                 | mariadb mysql
            config --pipeline ''          | copy sakila
            check --source-tls v          | verify-ca verify-identity
            check --target-tls r          | required
            incremental --detect ''       | content timestamps
            incremental --log-format ''   | json text
            init --warehouse-mode ''      | 600 640 660
            full-load --tables bridge     | bridge_film_actor bridge_film_category
            incremental --tables fact_p   | fact_payment
            keys --table dim_s            | dim_staff dim_store
            """)
    void valuesAreCompleted(String words, String completions) throws Exception {
        assertEquals(List.of(completions.split(" ")), completions(("tidemark " + words).split(" ")));
    }

    @Test
    void filesAreCompleted() throws Exception {
        Path file = Files.createFile(folder.resolve("analytics.db"));
        assertEquals(List.of(file.toString()), completions("tidemark", "status", "--warehouse", folder + "/an"));
        assertEquals(List.of(file.toString()), completions("tidemark", "check", "--config", folder + "/an"));
    }

    @Test
    void onlyTablesWithKeysAreCompletedForKeys() throws Exception {
        assertEquals(List.of(""), completions("tidemark", "keys", "--table", "bridge"));
    }

    private List<String> completions(String... words) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("completion"), TidemarkCli.in(Map.of()).succeed("completion").out());
        String test = """
                compopt() { :; }   # which bash knows only while it completes
                source %s
                COMP_WORDS=(%s)
                COMP_CWORD=%d
                _complete_tidemark
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, String.join(" ", words), words.length - 1);
        Process bash = new ProcessBuilder("bash", "-c", test).redirectErrorStream(true).start();
        List<String> lines = bash.inputReader().lines().map(String::strip).sorted().toList();
        assertEquals(0, bash.waitFor(), lines::toString);
        return lines;
    }
}
