package dev.tidemark.copy.load;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * The result of an init.
 *
 * @param source where the source is
 * @param sourceVersion its version
 * @param target where the target is
 * @param targetVersion its version
 * @param state the file with Tidemark's records
 * @param migrations how many migrations were applied to it
 * @param restored its indexes that somebody had dropped and that were made anew
 * @param tables the tables
 */
@Serdeable
public record CopyInitResult(
        String source,
        String sourceVersion,
        String target,
        String targetVersion,
        String state,
        int migrations,
        List<String> restored,
        List<Table> tables) {
    /**
     * A table.
     *
     * @param table its name in the source
     * @param target its name in the target
     * @param rows its rows in the source
     * @param created whether it was created in the target just now
     */
    @Serdeable
    public record Table(String table, String target, long rows, boolean created) {}

    /** How many tables were created. */
    public long created() {
        return tables.stream().filter(Table::created).count();
    }
}
