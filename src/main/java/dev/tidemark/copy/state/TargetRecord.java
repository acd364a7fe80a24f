package dev.tidemark.copy.state;

/**
 * The target that the rows of the state are in.
 *
 * @param id always {@link #ID}
 * @param address where it is, as the configuration names it
 * @param server what its server tells of itself and of the database
 * @param complete whether a run has completed every table since it became the target of this state
 */
public record TargetRecord(long id, String address, String server, boolean complete) {
    /** The id of the only row. */
    public static final long ID = 1;
}
