package dev.tidemark.copy.planning;

import dev.tidemark.failure.NearestName;
import dev.tidemark.failure.TidemarkException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;

/**
 * What can be wrong with the names in a configuration.
 *
 * @param file the configuration file
 */
record Complaints(Path file) {
    /** Fails if {@code key} in the file holds a name that is not one of {@code known}. */
    void requireKnown(String key, Collection<String> names, Collection<String> known) {
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw unknown(key, name, known);
        });
    }

    /** A name that the source does not have. */
    TidemarkException unknown(String key, String name, Collection<String> known) {
        return TidemarkException.usage(
                "The source has no \"" + name + "\", which " + key + " in " + file + " names",
                known.isEmpty() ? "leave it out" : "\"" + NearestName.to(name, known) + "\", the nearest name");
    }

    /** Something that the file has to say about {@code what}. */
    TidemarkException incomplete(String problem, String key) {
        return TidemarkException.usage(problem, "say it by " + key + " in " + file + ", or leave the table out by skip: true");
    }

    /** Fails if a name of the target has more bytes than it may have. */
    void requireFits(String kind, String source, String name, int longest) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > longest) {
            throw TidemarkException.usage(
                    "The name \"%s\" of the %s %s has %d bytes, and the target takes %d at most"
                            .formatted(name, kind, source, bytes, longest),
                    "give it a shorter name in " + file);
        }
    }
}
