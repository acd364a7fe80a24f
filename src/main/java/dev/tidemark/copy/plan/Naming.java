package dev.tidemark.copy.plan;

import dev.tidemark.config.CopySettings;

/** Stub. */
public final class Naming {
    private Naming() {}

    public static String of(CopySettings.Names names, String name) {
        return name;
    }
}
