package dev.tidemark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a text: what it says, and that nothing of the data can do anything. */
class ReportPageTest {
    private static final int MOST_BYTES = 2_000_000;

    @TempDir
    private static Path folder;

    private static String html;

    @BeforeAll
    static void write() {
        html = SampleReport.in(folder).html();
    }

    @Test
    void textsOfTheDataAreEscaped() {
        for (String hostile : List.of(
                SampleReport.HOSTILE_TITLE, SampleReport.HOSTILE_CATEGORY, SampleReport.HOSTILE_MESSAGE)) {
            assertFalse(html.contains(hostile), hostile);
        }
        assertTrue(html.contains("<td class=\"text\">&lt;script&gt;alert(1)&lt;/script&gt;</td>"));
        assertTrue(html.contains("No table &lt;img src=x onerror=alert(4)&gt; at"));
        assertFalse(html.contains("<img"));
        assertEquals(2, matches("<script").size());
        assertEquals(2, matches("</script").size());
    }

    @Test
    void onlyThePackedScriptsAndStyleMayRun() throws Exception {
        String policy = only("<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\">").replace("&#39;", "'");
        assertTrue(policy.startsWith("default-src 'none'; "), policy);
        assertFalse(policy.contains("unsafe") || policy.contains("*") || policy.contains("http"), policy);
        for (MatchResult script : matches("(?s)<script>(.*?)</script>")) {
            assertTrue(policy.contains(hash(script.group(1))), policy);
        }
        assertTrue(policy.contains(hash(only("(?s)<style>(.*?)</style>"))), policy);
        assertEquals(List.of(), matches("(?s)<[a-z]+ [^>]*\\b(style|on[a-z]+)="));
    }

    @Test
    void nothingIsLoaded() {
        String withoutLibrary = html.replaceFirst("(?s)<script>.*?</script>", "");
        assertEquals(List.of(), matches("(?i)(src|href|srcset|data|poster|action)=\"(?!#|data:,)[^\"]*\"").stream()
                .map(MatchResult::group)
                .filter(link -> !link.startsWith("data-"))
                .toList());
        assertEquals(List.of(), Pattern.compile("@import|url\\(|fetch\\(|XMLHttpRequest|import\\(")
                .matcher(withoutLibrary)
                .results()
                .map(MatchResult::group)
                .toList());
    }

    @Test
    void everyChartHasATableThatIsThereWithoutScripts() {
        List<MatchResult> figures = matches("(?s)<figure id=\"([^\"]*)\">(.*?)</figure>");
        assertTrue(figures.size() >= 9, figures::toString);
        for (MatchResult figure : figures) {
            String id = figure.group(1);
            String content = figure.group(2);
            assertTrue(content.contains("<table"), id);
            assertTrue(content.contains("<h3>"), id);
            if (content.contains("<canvas")) {
                assertTrue(content.contains("<details open>"), id);
                assertTrue(content.matches("(?s).*<div class=\"chart [a-z]+\" hidden>\\s*<canvas role=\"img\" aria-label=\".*"), id);
            }
        }
    }

    @Test
    void theStateIsTold() {
        assertTrue(html.contains("<h1>analytics.db</h1>"));
        assertTrue(html.contains("Written <time datetime=\"2026-03-01T12:00:00Z\">2026-03-01 12:00:00</time> UTC"));
        assertTrue(html.contains("Shows the source as of 2026-03-01 11:55:00 UTC."));
        assertTrue(html.contains("The command validate compares both sides."));
        assertTrue(html.contains("None came in the shaded times: 2026-03-01 05:10 to 2026-03-01 06:10 (1 h)."));
    }

    @Test
    void theLicenceOfTheLibraryIsWithIt() {
        String library = matches("(?s)<script>(.*?)</script>").getFirst().group(1);
        assertTrue(library.startsWith("/*\nThe MIT License (MIT)"), () -> library.substring(0, 200));
        assertTrue(library.contains("Chart.js v4."));
    }

    @Test
    void itIsSmall() {
        int bytes = html.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes");
    }

    private static List<MatchResult> matches(String pattern) {
        return Pattern.compile(pattern).matcher(html).results().toList();
    }

    private static String only(String pattern) {
        List<MatchResult> found = matches(pattern);
        assertEquals(1, found.size(), pattern);
        return found.getFirst().group(1);
    }

    private static String hash(String content) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }
}
