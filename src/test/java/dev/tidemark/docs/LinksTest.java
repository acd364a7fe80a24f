package dev.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README is short and leads to every guide, and no link of a guide leads nowhere. */
class LinksTest {
    /** What a person reads in ten minutes. */
    private static final int MOST_WORDS = 2_000;

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");

    static List<Guide> texts() throws IOException {
        try (Stream<Path> guides = Files.list(Path.of("src/docs"))) {
            return Stream.concat(Stream.of("README.md"), guides.map(Path::toString)).map(Guide::read).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyLinkLeadsToAHeadingThatIsThere(Guide guide) {
        LINK.matcher(guide.text()).results().forEach(link -> {
            Path folder = guide.path().toAbsolutePath().getParent();
            Path target = link.group(1).isEmpty() ? guide.path() : folder.resolve(link.group(1)).normalize();
            assertTrue(Files.isRegularFile(target), () -> guide.path() + " leads to " + target);
            String anchor = link.group(2);
            assertTrue(anchor == null || anchors(target).contains(anchor), () -> target + " has no heading " + anchor);
        });
    }

    @Test
    void everyGuideIsLinkedFromTheReadme() throws IOException {
        Set<String> linked = LINK.matcher(Guide.read("README.md").text()).results()
                .map(link -> link.group(1))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = texts().stream()
                .map(guide -> guide.path().toString())
                .filter(path -> !path.equals("README.md"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, linked);
    }

    @Test
    void theReadmeIsReadInTenMinutes() {
        int words = Guide.read("README.md").text().split("\\s+").length;
        assertTrue(words <= MOST_WORDS, () -> words + " words");
    }

    private static Set<String> anchors(Path target) {
        return Pattern.compile("(?m)^#+ (.*)$").matcher(Guide.read(target.toString()).text()).results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
