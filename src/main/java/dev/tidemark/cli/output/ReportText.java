package dev.tidemark.cli.output;

import dev.tidemark.report.ReportResult;
import dev.tidemark.text.Words;

/** The result of a report as text for people. */
public final class ReportText {
    private ReportText() {}

    /** The result in a sentence. */
    public static String line(ReportResult result) {
        String verdict = result.verdict() == null ? "" : " The validation's verdict: " + result.verdict().word() + ".";
        return "The report is in %s, %s.%s".formatted(result.file(), Words.size(result.bytes()), verdict);
    }
}
