package dev.tidemark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
        assertEquals(
                Map.of(
                        "repositories", List.of("name"),
                        "authors", List.of("email"),
                        "commits", List.of("repository_id", "hash"),
                        "pull_requests", List.of("repository_id", "number"),
                        "pr_approvals", List.of("pull_request_id", "author_id"),
                        "staff_details", List.of("email"),
                        "author_staff_mapping", List.of("author_id", "staff_id"),
                        "staff_metrics", List.of("staff_id", "year", "month"),
                        "current_year_staff_metrics", List.of("staff_id")),
                copy.tables().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, table -> table.getValue().naturalKey())));
    }

    private static CopySettings load(String name) {
        Path file = Path.of("src/examples", name);
        Map<String, String> environment = Map.of("TIDEMARK_TARGET_PASSWORD", "secret");
        return SettingsLoader.load(new SettingSources(Map.of(), environment, Optional.of(file)))
                .copy().orElseThrow();
    }
}
