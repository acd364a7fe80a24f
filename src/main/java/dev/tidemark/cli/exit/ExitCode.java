package dev.tidemark.cli.exit;

import dev.tidemark.failure.Reason;

/** The exit codes, a contract with scripts. Interruption exits with 128 and the signal's number, as shells expect. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int DIFFERENCES = 1;
    public static final int LATE = 1;
    public static final int USAGE = 2;
    public static final int SOURCE = 3;
    public static final int WAREHOUSE = 4;
    public static final int BUSY = 5;
    public static final int DELETES = 6;
    public static final int INCOMPLETE = 7;
    public static final int FAULT = 70;

    private ExitCode() {}

    /** The exit code of a failure. */
    public static int of(Reason reason) {
        return switch (reason) {
            case USAGE -> USAGE;
            case SOURCE -> SOURCE;
            case WAREHOUSE -> WAREHOUSE;
            case BUSY -> BUSY;
            case DELETES -> DELETES;
            case INCOMPLETE -> INCOMPLETE;
            case FAULT -> FAULT;
        };
    }
}
