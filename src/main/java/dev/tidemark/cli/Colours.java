package dev.tidemark.cli;

import picocli.CommandLine.Help.Ansi;

/** Colours words on a terminal, unless NO_COLOR is set to anything; elsewhere words stay as they are. */
record Colours(Ansi ansi) {
    /** For what goes to stdout. */
    static Colours of(Console console) {
        boolean wanted = console.terminal().out()
                && console.environment().getOrDefault("NO_COLOR", "").isEmpty()
                && !console.environment().getOrDefault("TERM", "").equals("dumb");
        return new Colours(wanted ? Ansi.ON : Ansi.OFF);
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

    private String styled(String style, String word) {
        return ansi.string("@|" + style + " " + word + "|@");
    }
}
