package dev.tidemark.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The section of the configuration file that says what a copy does with single tables. */
final class TablesSection {
    /** Its name in the file. */
    static final String KEY = "tables";

    private static final List<String> OF_TABLE =
            List.of("skip", "target", "natural-key", "changed-at", "references", "columns");
    private static final List<String> OF_COLUMN = List.of("skip", "to", "type", "transform");

    private TablesSection() {}

    /** What the section says, by the names of tables. */
    static Map<String, CopySettings.Table> read(ConfigSection tables) {
        Map<String, CopySettings.Table> read = new LinkedHashMap<>();
        tables.sections().forEach((name, section) -> read.put(name, table(section)));
        return read;
    }

    private static CopySettings.Table table(ConfigSection section) {
        section.requireOnly(OF_TABLE);
        Map<String, CopySettings.Column> columns = new LinkedHashMap<>();
        section.section("columns")
                .ifPresent(below -> below.sections().forEach((name, column) -> columns.put(name, column(column))));
        return new CopySettings.Table(
                section.isTrue("skip"),
                section.name("target"),
                section.list("natural-key"),
                section.name("changed-at"),
                section.section("references").map(ConfigSection::pairs).orElse(Map.of()),
                columns);
    }

    private static CopySettings.Column column(ConfigSection section) {
        section.requireOnly(OF_COLUMN);
        return new CopySettings.Column(
                section.isTrue("skip"), section.name("to"), section.name("type"), section.list("transform"));
    }
}
