package dev.tidemark.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A report as one page that needs nothing else. The template escapes all texts. The page's policy lets a browser run the
 * two scripts and apply the one style sheet that are packed with the program, by their hashes, and load nothing.
 *
 * @param library the script that draws charts, with its licence
 * @param script the page's own script, which gives the library what the tables say
 * @param style the style sheet
 */
public record HtmlPage(String library, String script, String style) {
    private static final int USUAL_LENGTH = 500_000;

    /** The page of {@code report}. */
    public static String of(Report report) {
        HtmlPage page = new HtmlPage(
                "/*\n" + resource("chart.LICENSE.md") + "*/\n" + resource("chart.umd.min.js"),
                resource("report.js"),
                resource("report.css"));
        StringOutput html = new StringOutput(USUAL_LENGTH);
        JtepageGenerated.render(new OwaspHtmlTemplateOutput(html), null, report, page);
        return html.toString();
    }

    /** What the page may do. */
    public String policy() {
        return "default-src 'none'; script-src %s %s; style-src %s; img-src data:; base-uri 'none'; form-action 'none'"
                .formatted(hash(library), hash(script), hash(style));
    }

    private static String hash(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String resource(String name) {
        try (InputStream content = HtmlPage.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException(name + " is not packed with the program");
            }
            // A browser computes the hash after it made one line break of two characters.
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
