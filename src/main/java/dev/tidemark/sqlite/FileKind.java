package dev.tidemark.sqlite;

/** The kinds of SQLite files that Tidemark writes. */
public enum FileKind {
    /** A star. */
    WAREHOUSE("warehouse", "--warehouse", 0x54494445, "db/migration/"),
    /** The records of a copy. */
    STATE("state file", "--state", 0x54494453, "db/migration/copy/");

    private final String noun;
    private final String option;
    private final int applicationId;
    private final String migrations;

    FileKind(String noun, String option, int applicationId, String migrations) {
        this.noun = noun;
        this.option = option;
        this.applicationId = applicationId;
        this.migrations = migrations;
    }

    /** The option that names the file. */
    String option() {
        return option;
    }

    /** The mark in the file's header: four letters in ASCII, which the first migration sets. */
    int applicationId() {
        return applicationId;
    }

    /** The folder of the migrations that make its schema. */
    String migrations() {
        return migrations;
    }

    /** The word for it, for messages. */
    @Override
    public String toString() {
        return noun;
    }
}
