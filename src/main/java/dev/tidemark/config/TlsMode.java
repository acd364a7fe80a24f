package dev.tidemark.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the connection to a database server is encrypted, by MySQL's names. */
public enum TlsMode {
    /** Not at all. */
    DISABLED,
    /** If the server can; no certificate is checked. */
    PREFERRED,
    /** Always; no certificate is checked. */
    REQUIRED,
    /** Always, and a known authority signed the server's certificate. */
    VERIFY_CA,
    /** The same, and the certificate names this host. */
    VERIFY_IDENTITY;

    /** The word for it, such as {@code verify-ca}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mode with this word; MySQL's spelling works too, such as {@code VERIFY_CA}. */
    static Optional<TlsMode> ofWord(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(mode -> mode.word().equals(wanted)).findFirst();
    }
}
