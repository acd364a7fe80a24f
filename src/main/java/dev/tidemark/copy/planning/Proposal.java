package dev.tidemark.copy.planning;

import dev.tidemark.config.CopySettings;
import dev.tidemark.copy.target.TargetTypes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Proposes the configuration file of a copy: all tables and columns of a source, the type that each column gets and
 * why, and warnings. The file is valid as it stands; a table whose rows nothing tells apart is left out in it.
 */
public final class Proposal {
    private static final String WARNING = "# WARNING: ";

    private final Path source;
    private final String targetUrl;
    private final int longestName;
    private final List<String> lines = new ArrayList<>();

    private Proposal(Path source, String targetUrl, int longestName) {
        this.source = source;
        this.targetUrl = targetUrl;
        this.longestName = longestName;
    }

    /**
     * The text of the file.
     *
     * @param source the SQLite file
     * @param targetUrl the JDBC URL of a target to begin with
     * @param types the types that the facts were found with
     * @param tables what the rows of each table told
     */
    public static String of(Path source, String targetUrl, TargetTypes types, List<TableFacts> tables) {
        return new Proposal(source, targetUrl, types.longestName()).text(tables);
    }

    private String text(List<TableFacts> tables) {
        Set<String> taken = new HashSet<>();
        tables.forEach(table -> add(table, taken));
        long warnings = lines.stream().filter(line -> line.stripLeading().startsWith(WARNING)).count();
        return """
                # A proposal for a copy of
                # %s,
                # from its schema and its rows. Say where the target is, read each WARNING
                # (there are %d), and change what you like.
                # tidemark config --example --pipeline copy explains all settings.
                pipeline: copy
                source:
                  url: %s
                target:
                  url: %s
                state: %s
                names: snake_case
                create: missing
                keys: keep
                tables:%s
                """
                .formatted(
                        YamlText.comment(source.toString()),
                        warnings,
                        YamlText.value("jdbc:sqlite:" + source),
                        targetUrl,
                        YamlText.value(source.getFileName().toString().replaceFirst("\\.[^.]*$", "") + ".state.db"),
                        tables.isEmpty() ? " {}" : "\n" + String.join("\n", lines));
    }

    private void add(TableFacts table, Set<String> taken) {
        lines.add("  # %d %s".formatted(table.rows(), table.rows() == 1 ? "row" : "rows"));
        String target = distinct("  ", "table", table.shape().name(), taken);
        boolean isTold = table.hasKey() || !table.naturalKey().isEmpty() && table.repeated() == 0;
        if (!table.hasKey()) {
            lines.add("  " + WARNING + (isTold
                    ? "there is no primary key; the natural key below tells the rows apart today"
                    : "there is no primary key, and nothing tells the rows apart; name a natural-key to take it"
                            + " along"));
        }
        lines.add("  " + YamlText.name(table.shape().name()) + ":");
        if (!isTold) {
            lines.add("    skip: true");
        }
        lines.add("    target: " + YamlText.value(target));
        addNaturalKey(table);
        lines.add("    columns:");
        Set<String> names = new HashSet<>();
        table.columns().forEach(column -> add(column, names));
    }

    private void addNaturalKey(TableFacts table) {
        if (table.naturalKey().isEmpty()) {
            return;
        }
        String key = "[" + String.join(", ", table.naturalKey().stream().map(YamlText::value).toList()) + "]";
        if (table.repeated() > 0) {
            lines.add("    %s%d of its rows repeat the natural key %s, or have NULL in it"
                    .formatted(WARNING, table.repeated(), key));
        } else {
            lines.add("    " + (table.hasKey() ? "# With keys: assign, " : "") + "natural-key: " + key);
        }
    }

    private void add(ColumnFacts column, Set<String> taken) {
        lines.add("      # " + YamlText.comment(column.reason()));
        column.warning().ifPresent(warning -> lines.add("      " + WARNING + YamlText.comment(warning)));
        String target = distinct("      ", "column", column.name(), taken);
        lines.add("      %s: {to: %s, type: %s}"
                .formatted(YamlText.name(column.name()), YamlText.value(target), YamlText.value(column.type())));
    }

    // The name by the rule; a number behind it tells it from one that is taken, in whatever case.
    private String distinct(String indent, String kind, String source, Set<String> taken) {
        String name = Naming.of(CopySettings.Names.SNAKE_CASE, source);
        String distinct = name;
        for (int number = 2; !taken.add(distinct.toLowerCase(Locale.ROOT)); number++) {
            distinct = name + "_" + number;
        }
        if (!distinct.equals(name)) {
            lines.add(indent + WARNING + "another " + kind + " gets the name " + YamlText.comment(name) + " too");
        }
        int bytes = distinct.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > longestName) {
            lines.add(indent + WARNING + "the name has %d bytes, and the target takes %d at most"
                    .formatted(bytes, longestName));
        }
        return distinct;
    }
}
