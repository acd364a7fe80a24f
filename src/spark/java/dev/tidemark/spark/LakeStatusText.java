package dev.tidemark.spark;

import dev.tidemark.cli.output.StatusText;
import dev.tidemark.cli.text.TextTable;
import dev.tidemark.spark.status.LakeStatus;
import dev.tidemark.spark.status.LakeStatus.KeptVersion;
import java.util.List;

/** The state of a lake as text for people. */
final class LakeStatusText {
    /** What is kept level. */
    static final String SUBJECT = "the lake";

    private LakeStatusText() {}

    /** The tables, the versions, and the age in a sentence. */
    static String of(LakeStatus status) {
        String versions = TextTable.of(
                List.of("version", "command~", "shows source as of~", "rows", "files", "bytes"),
                status.versions().stream().map(LakeStatusText::line).toList());
        return """
                Lake    %s (%s bytes)
                Source  %s

                %s

                %s

                %s%s.
                """
                .formatted(
                        status.lake(),
                        TextTable.number(status.fileBytes()),
                        StatusText.source(status.source(), status.sourceTime()),
                        StatusText.tables(status.tables()),
                        versions,
                        StatusText.age(SUBJECT, status.tables()),
                        status.versions().stream()
                                .findFirst()
                                .map(version -> "; readers see version " + version.version())
                                .orElse(""));
    }

    private static List<String> line(KeptVersion version) {
        return List.of(
                Long.toString(version.version()),
                version.command(),
                TextTable.time(version.snapshotAt()),
                TextTable.number(version.rows()),
                TextTable.number(version.files()),
                TextTable.number(version.bytes()));
    }
}
