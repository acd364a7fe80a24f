package dev.tidemark.cli.terminal;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/**
 * Colours words on a terminal, unless NO_COLOR holds a value; elsewhere leaves words unchanged.
 *
 * @param ansi whether words are coloured, in picocli's terms
 */
public record Colours(Ansi ansi) {
    private static final Pattern VERDICT =
            Pattern.compile("\\b(equal|partial|pending|tolerated|different|succeeded|failed|interrupted|running|DIFFERS)$|"
                    + "\\b(succeeded|failed|interrupted|running|DIFFERS)\\b");

    /** The colours for stdout. */
    public static Colours of(Console console) {
        return new Colours(wanted(console, console.terminal().out()));
    }

    /** The colours for stderr. */
    public static Colours ofErrors(Console console) {
        return new Colours(wanted(console, console.terminal().err()));
    }

    /** {@code text} with the first verdict or outcome of each line in its colour. */
    public String verdicts(String text) {
        return text.lines()
                .map(line -> VERDICT.matcher(line).replaceFirst(found -> verdict(found.group())))
                .collect(Collectors.joining("\n"));
    }

    /** {@code word} in the colour of success. */
    public String good(String word) {
        return styled("fg(green)", word);
    }

    /** {@code word} in the colour of doubt. */
    public String doubtful(String word) {
        return styled("fg(yellow)", word);
    }

    /** {@code word} in the colour of failure. */
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
