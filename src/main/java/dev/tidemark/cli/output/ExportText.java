package dev.tidemark.cli.output;

import dev.tidemark.check.Bytes;
import dev.tidemark.cli.text.TextTable;
import dev.tidemark.export.ExportResult;
import java.util.List;

/** The result of an export as text for people. */
public final class ExportText {
    private ExportText() {}

    /** The rows of each table, and the result in a sentence. */
    public static String of(ExportResult result) {
        List<List<String>> rows = result.tables().stream()
                .map(table -> List.of(table.table(), TextTable.number(table.rows())))
                .toList();
        return """
                %s

                %s
                """
                .formatted(TextTable.of(List.of("table", "rows"), rows), line(result));
    }

    /** The result in a sentence. */
    public static String line(ExportResult result) {
        return "Exported %s to %s (%s), which shows the source as of %s UTC."
                .formatted(
                        result.warehouse(),
                        result.file(),
                        Bytes.text(result.bytes()),
                        TextTable.time(result.snapshotAt()));
    }
}
