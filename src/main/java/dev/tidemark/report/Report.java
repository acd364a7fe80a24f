package dev.tidemark.report;

import dev.tidemark.text.Words;
import java.time.Instant;
import java.util.List;

/**
 * The content of a report.
 *
 * @param name the file that it is about
 * @param description what the file is, in one sentence
 * @param writtenAt when the report was made
 * @param program the program that made it, with its version
 * @param state the facts at the top
 * @param sections the sections below
 */
public record Report(
        String name, String description, Instant writtenAt, String program, List<Fact> state, List<Section> sections) {
    public Report {
        state = List.copyOf(state);
        sections = List.copyOf(sections);
    }

    /** When the report was made, as people read it, UTC. */
    public String writtenText() {
        return Words.time(writtenAt);
    }
}
