package dev.tidemark.copy.load;

import java.util.List;

/**
 * What a load is to do.
 *
 * @param command the name of the command
 * @param everyRow whether every row is compared with the target's, whatever the state knows
 * @param byTimestamps whether only rows with a recent time of change are read, where a table has one
 * @param tables names of tables in the source or the target; empty for all
 * @param dryRun whether to keep nothing
 */
public record CopyOptions(String command, boolean everyRow, boolean byTimestamps, List<String> tables, boolean dryRun) {
    public CopyOptions {
        tables = List.copyOf(tables);
    }

    /** The same, with every row compared. */
    CopyOptions comparingEveryRow() {
        return new CopyOptions(command, true, false, tables, dryRun);
    }
}
