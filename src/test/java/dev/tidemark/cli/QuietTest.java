package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Json;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithUnchangedSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With --quiet a command says failures and differences alone; documents for programs stay. */
class QuietTest extends WithUnchangedSource {
    @ParameterizedTest
    @ValueSource(strings = {
        "init", "full-load", "full-load --format table", "full-load --dry-run", "incremental", "incremental --deep",
        "incremental --detect timestamps", "validate", "validate --all", "validate --format table", "status",
        "status --max-lag 9999d", "check", "config"
    })
    void aSuccessIsSilent(String command) {
        TidemarkCli.Result result = tidemark.succeed((command + " --quiet").split(" "));
        assertEquals("", result.out() + result.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "init --format json", "incremental --format json", "validate --format json", "validate --format junit",
        "validate --format markdown", "status --format json", "status --format prometheus", "check --format json",
        "keys", "keys --format json", "config --example", "completion"
    })
    void aDocumentStays(String command) {
        TidemarkCli.Result result = tidemark.succeed((command + " --quiet").split(" "));
        assertFalse(result.out().isEmpty());
        assertEquals("", result.err());
    }

    @Test
    void aValidationNamesTheDifferencesAlone() {
        warehouse.execute(
                "UPDATE dim_actor SET first_name = 'x' WHERE actor_id = 3",
                "UPDATE fact_payment SET amount_cents = amount_cents + 100 WHERE payment_id = 7");
        List<String> lines =
                tidemark.run("validate", "--all", "--quiet").exitingWith(1).out().strip().lines().toList();
        assertEquals(5, lines.size(), lines::toString);
        assertTrue(lines.get(0).matches("dim_actor: .* in the warehouse: 1 different"), lines::toString);
        assertTrue(lines.get(1).startsWith("dim_actor 3: different; first_name is \"x\", should"), lines::toString);
        assertTrue(lines.get(2).matches("fact_payment: .* in the warehouse: 1 different"), lines::toString);
        assertTrue(lines.get(3).startsWith("fact_payment 7: different; amount_cents is"), lines::toString);
        assertTrue(lines.get(4).matches("fact_payment by store \\d: source .*, warehouse .*"), lines::toString);
    }

    @Test
    void aWarningThatFailsAValidationIsNamedToo() {
        String[] period = {"validate", "--from", "1999-01-01", "--to", "1999-01-02", "--fail-on=warning", "--quiet"};
        String out = tidemark.run(period).exitingWith(1).out();
        assertTrue(out.startsWith("facts: No fact was compared"), out);
        assertEquals(1, out.lines().count(), out);
    }

    @Test
    void aCheckNamesTheProblemsAlone() {
        TidemarkCli missing = tidemark.with("TIDEMARK_WAREHOUSE", folder.resolve("none.db").toString());
        String out = missing.run("check", "--quiet").exitingWith(4).out();
        assertTrue(out.contains("problem") && out.contains("none.db"), out);
        assertFalse(out.contains("ok ") || out.contains("warning"), out);
    }

    @Test
    void aStatusNamesWhatIsLate() {
        warehouse.execute("UPDATE sync_state SET snapshot_at = '2026-01-01 00:00:00'");
        String out = tidemark.run("status", "--max-lag", "1m", "--quiet").exitingWith(1).out();
        assertTrue(out.startsWith("LATE: the warehouse is "), out);
    }

    @Test
    void aFailureIsSaid() {
        String said = tidemark.with("TIDEMARK_SOURCE_PASSWORD", "wrong").run("incremental", "--quiet").exitingWith(3)
                .complaint();
        assertTrue(said.contains("refuses the login"), said);
    }

    @Test
    void helpSaysWhatIsLeftOut() {
        String help = tidemark.succeed("--help").out().replaceAll("\\s+", " ");
        assertTrue(help.contains("Print failures and differences alone: no progress, no notes, no text"), help);
        assertTrue(Json.parse(tidemark.succeed("status", "--quiet", "--format=json").out()).isObject());
    }
}
