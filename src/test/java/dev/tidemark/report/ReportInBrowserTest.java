package dev.tidemark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidemark.support.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The page in Chromium, which is asked for by {@code -Dtidemark.test.chromium=required}; elsewhere these tests are
 * skipped where there is none. The pictures that they take are in {@code target/report}.
 */
class ReportInBrowserTest {
    private static final Path PICTURES = Path.of(System.getProperty("tidemark.test.directory"), "report");
    private static final int CHARTS = 7;
    /** For each chart: how many of its pixels are not as the empty canvas leaves them. */
    private static final String DRAWN = """
            [...document.querySelectorAll("canvas")].map(canvas => {
              const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
              return pixels.reduce((sum, value, index) => sum + (index % 4 === 3 && value > 0 ? 1 : 0), 0);
            })""";

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void open() throws IOException {
        Optional<Path> executable = Browser.executable();
        if (executable.isEmpty() && System.getProperty("tidemark.test.chromium", "").equals("required")) {
            fail("There is no Chromium on the PATH");
        }
        assumeTrue(executable.isPresent(), "There is no Chromium on the PATH");
        Files.createDirectories(PICTURES);
        page = SampleReport.in(folder).file();
        browser = Browser.start(executable.get(), folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"360, light", "820, light", "1400, light", "360, dark", "1400, dark"})
    void everyChartIsDrawnWithoutAnErrorOrARequest(int width, String scheme) throws IOException {
        List<JsonNode> events = browser.open(page, width, scheme);
        Files.write(
                PICTURES.resolve("%d-%s.png".formatted(width, scheme)),
                Base64.getDecoder().decode(browser.screenshot()));

        assertEquals(List.of(), of(events, "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded"));
        assertEquals(List.of(), of(events, "Page.javascriptDialogOpening"));
        assertEquals(
                List.of(page.toUri().toString()),
                of(events, "Network.requestWillBeSent").stream()
                        .map(event -> event.path("params").path("request").path("url").asString())
                        .filter(url -> !url.startsWith("data:"))
                        .toList());
        List<Integer> drawn = Json.elements(browser.evaluate(DRAWN)).map(JsonNode::asInt).toList();
        assertEquals(CHARTS, drawn.size());
        assertTrue(drawn.stream().allMatch(pixels -> pixels > 2_000), drawn::toString);
        assertEquals(width, browser.evaluate("document.documentElement.scrollWidth").asInt(), "nothing stands out");
    }

    @Test
    void whatTheDataSaysIsTextAlone() {
        browser.open(page, 820, "light");
        assertEquals(2, browser.evaluate("document.scripts.length").asInt());
        assertEquals(
                SampleReport.HOSTILE_TITLE,
                browser.evaluate("document.querySelector('#top-films tbody td').textContent").asString());
        assertTrue(browser.evaluate("document.querySelector('#revenue-by-category').textContent").asString()
                .contains(SampleReport.HOSTILE_CATEGORY));
        assertTrue(browser.evaluate("document.querySelector('#state').textContent").asString()
                .contains(SampleReport.HOSTILE_MESSAGE));
    }

    @Test
    void theBrowserRefusesAScriptThatIsNotPacked() {
        browser.open(page, 820, "light");
        browser.evaluate("""
                const script = document.createElement("script");
                script.textContent = "document.title = 'broken into'";
                document.body.append(script);""");
        assertEquals("analytics.db · Tidemark", browser.evaluate("document.title").asString());
    }

    @Test
    void paperIsWhiteEvenAtNight() throws IOException {
        browser.open(page, 1_400, "dark");
        byte[] pdf = Base64.getDecoder().decode(browser.print());
        Files.write(PICTURES.resolve("print.pdf"), pdf);
        assertTrue(pdf.length > 20_000);
        assertEquals("", browser.evaluate("document.documentElement.dataset.theme || ''").asString());
    }

    private static List<JsonNode> of(List<JsonNode> events, String... methods) {
        return events.stream()
                .filter(event -> List.of(methods).contains(event.path("method").asString("")))
                .toList();
    }
}
