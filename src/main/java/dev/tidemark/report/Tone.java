package dev.tidemark.report;

import java.util.Locale;

/** How good a piece of news is. The page says it by a sign and a colour, never by the colour alone. */
public enum Tone {
    GOOD,
    NEUTRAL,
    WARNING,
    BAD;

    /** The word for the page's styles. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sign beside the colour. */
    public String sign() {
        return switch (this) {
            case GOOD -> "✓";
            case NEUTRAL -> "";
            case WARNING -> "!";
            case BAD -> "✕";
        };
    }
}
