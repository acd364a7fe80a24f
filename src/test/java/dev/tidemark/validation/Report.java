package dev.tidemark.validation;

import dev.tidemark.support.Json;
import dev.tidemark.support.TidemarkCli;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What validate says, as a script reads it.
 *
 * @param json the document
 */
record Report(JsonNode json) {
    /** The report of a validation that exits with {@code exitCode}. */
    static Report of(TidemarkCli tidemark, int exitCode, String... options) {
        List<String> arguments = new ArrayList<>(List.of("validate"));
        arguments.addAll(List.of(options));
        return new Report(tidemark.json(exitCode, arguments.toArray(String[]::new)));
    }

    /** The check of a table. */
    JsonNode check(String table) {
        return Json.find(json.path("tables"), "table", table);
    }

    /** "missing extra different duplicates pending" of a table. */
    String counts(String table) {
        JsonNode check = check(table);
        return "%d %d %d %d %d".formatted(
                check.path("missing").asLong(), check.path("extra").asLong(), check.path("different").asLong(),
                check.path("duplicates").asLong(), check.path("pending").asLong());
    }

    /** The verdict on a table. */
    String verdict(String table) {
        return check(table).path("verdict").asString();
    }

    /** The natural keys of the rows of a table that are named. */
    List<String> named(String table) {
        return Json.elements(check(table).path("samples")).map(row -> row.path("key").asString()).toList();
    }
}
