package dev.tidemark.spark.lake;

import dev.tidemark.run.state.TableRecord;
import io.micronaut.serde.annotation.Serdeable;
import java.io.Serializable;
import java.util.List;

/**
 * A table of the source in the state that a version shows.
 *
 * @param table what is known of it
 * @param ranges the files with the fingerprints of its ranges
 */
@Serdeable
public record SourceState(TableRecord table, List<DataFile> ranges) implements Serializable {
    public SourceState {
        ranges = List.copyOf(ranges);
    }
}
