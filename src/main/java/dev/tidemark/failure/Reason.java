package dev.tidemark.failure;

/** Why a command failed, in the classes that a script can tell apart. */
public enum Reason {
    /** Wrong usage or configuration. */
    USAGE,
    /** The source is unreachable, refuses the login, or lacks the schema. */
    SOURCE,
    /** The warehouse, the target of a copy or its state is missing, not initialised, not Tidemark's, or not writable. */
    WAREHOUSE,
    /** Another run holds the warehouse. */
    BUSY,
    /** A run would delete more of a table than it may. */
    DELETES,
    /** Not all rows of a copy were carried over. */
    INCOMPLETE,
    /** After a load the warehouse does not match the source: a fault of Tidemark itself. */
    FAULT
}
