package dev.tidemark.cli;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** Colours words on a terminal, unless NO_COLOR is set to anything; elsewhere words stay as they are. */
record Colours(Ansi ansi) {
    private static final Pattern VERDICT =
            Pattern.compile("\\b(equal|pending|tolerated|different|succeeded|failed|interrupted|running|DIFFERS)$|"
                    + "\\b(succeeded|failed|interrupted|running|DIFFERS)\\b");

    /** For what goes to stdout. */
    static Colours of(Console console) {
        return new Colours(wanted(console, console.terminal().out()));
    }

    /** For what goes to stderr. */
    static Colours ofErrors(Console console) {
        return new Colours(wanted(console, console.terminal().err()));
    }

    /** The text with the first of these words in each line coloured by what it means. */
    String verdicts(String text) {
        return text.lines()
                .map(line -> VERDICT.matcher(line).replaceFirst(found -> verdict(found.group())))
                .collect(Collectors.joining("\n"));
    }

    String good(String word) {
        return styled("fg(green)", word);
    }

    String doubtful(String word) {
        return styled("fg(yellow)", word);
    }

    String bad(String word) {
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
