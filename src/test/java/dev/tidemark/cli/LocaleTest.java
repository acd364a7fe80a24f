package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.TidemarkProcess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java without the launcher, in a locale that knows ASCII alone. */
class LocaleTest {
    @ParameterizedTest
    @CsvSource({"--warehouse, 'The locale lacks characters of the file name'",
        "--config, 'the locale lacks characters of'"})
    void aFileNameThatTheLocaleCannotSpellIsToldAsSuch(String option, String message) {
        var tidemark = TidemarkCli.in(Map.of("LC_ALL", "C"));
        try (var process = TidemarkProcess.startUnder(
                List.of("env", "LC_ALL=C"), tidemark, "status", option, "lager-\u00fc.db")) {
            String complaint = process.result().exitingWith(2).complaint();
            assertTrue(complaint.contains(message) && complaint.contains("LC_ALL=C.UTF-8"), complaint);
        }
    }
}
