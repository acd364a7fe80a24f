package dev.tidemark.failure;

/** A failure that is told to the user in one line, with what to try. Its message holds no secret. */
public final class TidemarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String hint;

    private TidemarkException(Reason reason, String message, String hint, Throwable cause) {
        super(message, cause);
        this.reason = reason;
        this.hint = hint;
    }

    /** Wrong usage or configuration. */
    public static TidemarkException usage(String message, String hint) {
        return new TidemarkException(Reason.USAGE, message, hint, null);
    }

    /** The source cannot be read; {@code cause} may be null. */
    public static TidemarkException source(String message, String hint, Throwable cause) {
        return new TidemarkException(Reason.SOURCE, message, hint, cause);
    }

    /** The warehouse cannot be used; {@code cause} may be null. */
    public static TidemarkException warehouse(String message, String hint, Throwable cause) {
        return new TidemarkException(Reason.WAREHOUSE, message, hint, cause);
    }

    /** Another run holds the warehouse. */
    public static TidemarkException busy(String message, String hint) {
        return new TidemarkException(Reason.BUSY, message, hint, null);
    }

    /** A fault of Tidemark itself. */
    public static TidemarkException fault(String message, String hint) {
        return new TidemarkException(Reason.FAULT, message, hint, null);
    }

    /** Why the command failed. */
    public Reason reason() {
        return reason;
    }

    /** What to try, a sentence without "Try". */
    public String hint() {
        return hint;
    }
}
