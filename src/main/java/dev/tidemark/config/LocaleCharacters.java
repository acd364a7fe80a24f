package dev.tidemark.config;

import java.nio.charset.Charset;

/** The characters that file names may have: Java takes their encoding from the locale. */
public final class LocaleCharacters {
    private LocaleCharacters() {}

    /** Whether the locale of this process has every character of the name. */
    public static boolean include(String name) {
        return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder().canEncode(name);
    }
}
