package dev.tidemark.sqlite;

/** The kinds of SQLite files that Tidemark writes. */
public enum FileKind {
    /** A star. */
    WAREHOUSE("warehouse", "--warehouse", 0x54494445, "db/migration/", 1),
    /** The records of a copy. */
    STATE("state file", "--state", 0x54494453, "db/migration/copy/", 2);

    private final String noun;
    private final String option;
    private final int applicationId;
    private final String migrations;
    private final int transactions;

    FileKind(String noun, String option, int applicationId, String migrations, int transactions) {
        this.noun = noun;
        this.option = option;
        this.applicationId = applicationId;
        this.migrations = migrations;
        this.transactions = transactions;
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

    /** How many transactions at once work with it: one writes, and another may read the state before it. */
    int transactions() {
        return transactions;
    }

    /** The word for it, for messages. */
    @Override
    public String toString() {
        return noun;
    }
}
