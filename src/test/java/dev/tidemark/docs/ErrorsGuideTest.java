package dev.tidemark.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to errors has every message that the sources make, under its exit code, and no other; tests meet all. */
class ErrorsGuideTest {
    private static final List<Row> ROWS = rows(Guide.read("src/docs/errors.md").text());
    private static final List<Message> MESSAGES = Message.all();
    private static final List<String> ASSERTED = assertedByTests();
    /** Shorter words stand in many a message. */
    private static final int TELLING = 12;

    static List<Row> rowsOfTheGuide() {
        return ROWS;
    }

    static List<Message> messages() {
        return MESSAGES;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageIsInTheGuideUnderItsExitCode(Message message) {
        assertTrue(
                ROWS.stream().anyMatch(row -> row.is(message)),
                () -> message.place() + ".java says what src/docs/errors.md has not under " + message.kind() + ": "
                        + message.text().replace(SourceFile.ANYTHING, "..."));
    }

    @ParameterizedTest
    @MethodSource("rowsOfTheGuide")
    void everyMessageOfTheGuideIsTheProgramsOwn(Row row) {
        assertTrue(
                MESSAGES.stream().anyMatch(row::is) || row.isPicocli() || row.isResult(),
                () -> "The program does not say " + row.message());
    }

    @ParameterizedTest
    @MethodSource("rowsOfTheGuide")
    void everyMessageOfTheGuideIsAssertedByATest(Row row) {
        String words = row.fixedWords();
        assertTrue(
                row.isUntested() || ASSERTED.stream().anyMatch(text -> text.contains(words)
                        || text.length() >= TELLING && words.contains(text)),
                () -> "No test looks for \"" + words + "\"");
    }

    private static List<Row> rows(String guide) {
        List<Row> rows = new ArrayList<>();
        String section = "";
        for (String line : guide.lines().toList()) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("| `")) {
                rows.add(new Row(section, line.split("`")[1], line.contains("(no test brings this about)")));
            }
        }
        return rows;
    }

    // What tests compare with, cut where a pattern or a table in a text begins something new.
    private static List<String> assertedByTests() {
        return Stream.of("src/test/java", "src/spark/test")
                .flatMap(folder -> SourceFile.under(folder).stream())
                .flatMap(ErrorsGuideTest::texts).toList();
    }

    private static Stream<String> texts(SourceFile file) {
        List<String> texts = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String text) {
                    Arrays.stream(text.split("\\R|\\||\\. Try: |\\.[*+]|\\\\[dS]\\+"))
                            .map(part -> part.replace("\\", "").replaceAll("^[\\s\"'():.,;]+|[\\s\"'(:.,;]+$", ""))
                            .forEach(texts::add);
                }
                return null;
            }
        }.scan(file.tree(), null);
        return texts.stream();
    }

    /**
     * A message of the guide.
     *
     * @param section the heading that it stands under
     * @param message its text, with words in capitals for what varies
     * @param isUntested whether the guide says that no test brings it about
     */
    record Row(String section, String message, boolean isUntested) {
        private static final Pattern VALUE = Pattern.compile("^Invalid value for option '--[a-z-]+': ");
        private static final Pattern VARIES =
                Pattern.compile("\\b[A-Z][A-Z]+\\b|\\bN\\b|3650|'--[a-z-]+'|--days|--all");
        /** What the library says that reads the command line. */
        private static final Pattern PICOCLI = Pattern.compile(
                "Missing required .*|Expected parameter for option .*|option '.*should be specified only once"
                        + "|.* are mutually exclusive .*|Invalid value for option .* (is not an int|is none of CHOICES)");

        boolean is(Message said) {
            return isUnder(said.kind()) && (said.is(message) || said.is(value()));
        }

        private boolean isUnder(Message.Kind kind) {
            return switch (kind) {
                case USAGE -> section.startsWith("Exit code 2");
                case SOURCE -> section.startsWith("Exit code 3");
                case WAREHOUSE -> section.startsWith("Exit code 4");
                case BUSY -> section.startsWith("Exit code 5");
                case DELETES -> section.startsWith("Exit code 6");
                case INCOMPLETE -> section.startsWith("Exit code 7:");
                case FAULT -> section.startsWith("Exit code 70");
                case ANY -> section.startsWith("Exit code 2") || section.startsWith("Exit code 70");
                case NOTE -> section.equals("Notes") || section.startsWith("Exit codes 130");
                case FINDING -> section.startsWith("What `check` finds");
            };
        }

        boolean isPicocli() {
            return section.startsWith("Exit code 2") && PICOCLI.matcher(message).matches();
        }

        /** Whether it is no failure, but a result that has an exit code. */
        boolean isResult() {
            return section.startsWith("Exit code 1:");
        }

        /** What a converter says of a value, without what picocli puts before it. */
        String value() {
            return VALUE.matcher(message).replaceFirst("");
        }

        /** The longest part that does not vary. */
        String fixedWords() {
            return VARIES.splitAsStream(value())
                    .map(part -> part.replaceAll("^[\\s\"'():.,;]+|[\\s\"'(:.,;]+$", ""))
                    .max(Comparator.comparingInt(String::length))
                    .orElse(message);
        }
    }
}
