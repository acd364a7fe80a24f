package dev.tidemark.cli.terminal;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * Colours words on a terminal, unless NO_COLOR is set to anything; elsewhere words stay as they are.
 *
 * @param ansi whether words are coloured, in picocli's terms
 */
public record Colours(Ansi ansi) {
    private static final Pattern VERDICT =
            Pattern.compile("\\b(equal|pending|tolerated|different|succeeded|failed|interrupted|running|DIFFERS)$|"
                    + "\\b(succeeded|failed|interrupted|running|DIFFERS)\\b");

    /** For what goes to stdout. */
    public static Colours of(Console console) {
        return new Colours(wanted(console, console.terminal().out()));
    }

    /** For what goes to stderr. */
    public static Colours ofErrors(Console console) {
        return new Colours(wanted(console, console.terminal().err()));
    }

    /** The text with the first of these words in each line coloured by what it means. */
    public String verdicts(String text) {
        return text.lines()
                .map(line -> VERDICT.matcher(line).replaceFirst(found -> verdict(found.group())))
                .collect(Collectors.joining("\n"));
    }

    /** A word for what is as it should be. */
    public String good(String word) {
        return styled("fg(green)", word);
    }

    /** A word for what may or may not be as it should be. */
    public String doubtful(String word) {
        return styled("fg(yellow)", word);
    }

    /** A word for what is not as it should be. */
    public String bad(String word) {
        return styled("bold,fg(red)", word);
    }

    private String verdict(String word) {
        return switch (word) {
            case "equal", "succeeded" -> good(word);
            case "different", "failed", "DIFFERS" -> bad(word);
            default -> doubtful(word);
        };
    }

    private static Ansi wanted(Console console, boolean terminal) {
        boolean wanted = terminal
                && console.environment().getOrDefault("NO_COLOR", "").isEmpty()
                && !console.environment().getOrDefault("TERM", "").equals("dumb");
        return wanted ? Ansi.ON : Ansi.OFF;
    }

    private String styled(String style, String word) {
        return ansi.string("@|" + style + " " + word + "|@");
    }
}
