package dev.tidemark.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the connection to the source is encrypted, by MySQL's names. */
public enum TlsMode {
    /** Not at all. */
    DISABLED,
    /** Where the server can; no certificate is checked. */
    PREFERRED,
    /** Always; no certificate is checked. */
    REQUIRED,
    /** Always, and the server's certificate is of a known authority. */
    VERIFY_CA,
    /** The same, and the certificate is this host's. */
    VERIFY_IDENTITY;

    /** The word for it, such as {@code verify-ca}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mode of this word, which may be written in MySQL's way too, such as {@code VERIFY_CA}. */
    static Optional<TlsMode> ofWord(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(mode -> mode.word().equals(wanted)).findFirst();
    }
}
