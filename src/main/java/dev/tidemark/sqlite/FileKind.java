package dev.tidemark.sqlite;

/** The kinds of SQLite files that Tidemark writes. */
public enum FileKind {
    /** A star. */
    WAREHOUSE("warehouse", "--warehouse", 0x54494445, "db/migration/", 1, 16 * 1024),
    /** The records of a copy. */
    STATE("state file", "--state", 0x54494453, "db/migration/copy/", 2, 4 * 1024);

    private final String noun;
    private final String option;
    private final int applicationId;
    private final String migrations;
    private final int transactions;
    private final int cacheKibibytes;

    FileKind(String noun, String option, int applicationId, String migrations, int transactions, int cacheKibibytes) {
        this.noun = noun;
        this.option = option;
        this.applicationId = applicationId;
        this.migrations = migrations;
        this.transactions = transactions;
        this.cacheKibibytes = cacheKibibytes;
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

    /** How many kibibytes of it each transaction may hold in memory. A state is written in the order of its keys. */
    int cacheKibibytes() {
        return cacheKibibytes;
    }

    /** The word for it, for messages. */
    @Override
    public String toString() {
        return noun;
    }
}
