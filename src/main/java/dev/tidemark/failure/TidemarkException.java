package dev.tidemark.failure;

/** A failure that the user sees in one line, with a hint. Its message holds no secret. */
public final class TidemarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String hint;
    private final boolean mayPass;

    private TidemarkException(
            Reason reason, String message, String hint, Throwable cause, boolean mayPass) {
        super(message, cause);
        this.mayPass = mayPass;
        this.reason = reason;
        this.hint = hint;
    }

    /** Wrong usage or configuration. */
    public static TidemarkException usage(String message, String hint) {
        return new TidemarkException(Reason.USAGE, message, hint, null, false);
    }

    /** The source cannot be read; {@code cause} may be null. */
    public static TidemarkException source(String message, String hint, Throwable cause) {
        return new TidemarkException(Reason.SOURCE, message, hint, cause, false);
    }

    /** A temporary failure of the source, such as a lost connection. */
    public static TidemarkException passing(String message, String hint, Throwable cause) {
        return new TidemarkException(Reason.SOURCE, message, hint, cause, true);
    }

    /** The warehouse cannot be used; {@code cause} may be null. */
    public static TidemarkException warehouse(String message, String hint, Throwable cause) {
        return new TidemarkException(Reason.WAREHOUSE, message, hint, cause, false);
    }

    /** A temporary failure of the target, such as a deadlock. */
    public static TidemarkException passingTarget(String message, String hint, Throwable cause) {
        return new TidemarkException(Reason.WAREHOUSE, message, hint, cause, true);
    }

    /** Not all rows of a copy were carried over. */
    public static TidemarkException incomplete(String message, String hint) {
        return new TidemarkException(Reason.INCOMPLETE, message, hint, null, false);
    }

    /** Another run holds the warehouse. */
    public static TidemarkException busy(String message, String hint) {
        return new TidemarkException(Reason.BUSY, message, hint, null, false);
    }

    /** A run would delete more than it may. */
    public static TidemarkException tooManyDeletes(String message, String hint) {
        return new TidemarkException(Reason.DELETES, message, hint, null, false);
    }

    /** A fault of Tidemark itself. */
    public static TidemarkException fault(String message, String hint) {
        return fault(message, hint, null);
    }

    /** A fault of Tidemark itself; {@code cause} may be null. */
    public static TidemarkException fault(String message, String hint, Throwable cause) {
        return new TidemarkException(Reason.FAULT, message, hint, cause, false);
    }

    /** Why the command failed. */
    public Reason reason() {
        return reason;
    }

    /** Whether another try may succeed. */
    public boolean mayPass() {
        return mayPass;
    }

    /** What to try, a sentence without "Try". */
    public String hint() {
        return hint;
    }
}
