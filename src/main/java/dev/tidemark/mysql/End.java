package dev.tidemark.mysql;

import dev.tidemark.failure.TidemarkException;
import java.util.Locale;

/** What a server is to Tidemark: where rows come from, or where they go to. */
public enum End {
    SOURCE("read", "SELECT"),
    TARGET("read and write", "SELECT, INSERT, UPDATE and DELETE");

    private final String work;
    private final String rights;

    End(String work, String rights) {
        this.work = work;
        this.rights = rights;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What Tidemark does there. */
    String work() {
        return work;
    }

    /** The privileges that it needs. */
    String rights() {
        return rights;
    }

    /** How people give this setting: an option of the command line for the source, a key of the file for the target. */
    String setting(String name) {
        return this == SOURCE ? "--source-" + name : name + " of the target";
    }

    /** The variable of the environment for this setting. */
    String variable(String name) {
        return "TIDEMARK_" + name() + "_" + name;
    }

    /** A failure of this end that lasts. */
    static TidemarkException failed(End end, String message, String hint, Throwable cause) {
        return end == SOURCE
                ? TidemarkException.source(message, hint, cause)
                : TidemarkException.warehouse(message, hint, cause);
    }

    /** A temporary failure of this end. */
    static TidemarkException passing(End end, String message, String hint, Throwable cause) {
        return end == SOURCE
                ? TidemarkException.passing(message, hint, cause)
                : TidemarkException.passingTarget(message, hint, cause);
    }
}
