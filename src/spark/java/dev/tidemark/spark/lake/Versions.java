package dev.tidemark.spark.lake;

import dev.tidemark.failure.TidemarkException;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The versions of a lake. Each is one small file, which appears in one step and never changes; the one with the largest
 * number is current.
 *
 * @param lake the folder of the lake
 */
public record Versions(LakeFolder lake) {
    private static final ObjectMapper JSON =
            ObjectMapper.create(Map.of("micronaut.serde.serialization.inclusion", "ALWAYS"), "dev.tidemark");
    private static final String FOLDER = "versions";
    private static final String ENDING = ".json";
    private static final Pattern NAME = Pattern.compile("\\d{19}" + Pattern.quote(ENDING));

    /** The current version; empty before the first load. */
    public Optional<Version> current() {
        List<String> names = names();
        return names.isEmpty() ? Optional.empty() : Optional.of(read(names.getLast()));
    }

    /** The failure of work that needs a version, where there is none. */
    public TidemarkException neverLoaded() {
        return TidemarkException.warehouse("The lake " + lake.uri() + " was never loaded", "full-load first", null);
    }

    /** The versions that are kept, the current one last. */
    public List<Version> all() {
        return names().stream().map(this::read).toList();
    }

    /** Fails if the file of a version is damaged: nobody could tell which files it needs. */
    public void requireReadable() {
        all();
    }

    /** Makes {@code version} the current one, in one step, and its views readable. Fails if another run was quicker. */
    public void publish(Version version) {
        lake.create(FOLDER);
        Views views = new Views(lake);
        Map<String, String> drafts = views.drafts(version);
        byte[] content = lake.asking(() -> JSON.writeValueAsBytes(version));
        if (!lake.publish(name(version.number()), content)) {
            throw TidemarkException.busy(
                    "Another run wrote version " + version.number() + " of the lake " + lake.uri() + " meanwhile",
                    "the command again, one run at a time; nothing of this run was kept");
        }
        views.publish(drafts);
    }

    /**
     * Keeps the last {@code keep} versions; deletes the others, their views, and the files that no kept version needs.
     * Files that are younger than the current version stay: they may belong to a run that has just begun. A run that
     * began before can no longer publish.
     */
    public void clean(int keep) {
        List<String> names = names();
        List<String> kept = names.subList(Math.max(0, names.size() - keep), names.size());
        names.stream().filter(name -> !kept.contains(name)).forEach(name -> lake.delete(FOLDER + "/" + name));
        new Views(lake).deleteBefore(kept.getFirst().substring(0, kept.getFirst().length() - ENDING.length()));
        Set<String> needed = kept.stream()
                .flatMap(name -> read(name).allFiles())
                .map(DataFile::name)
                .collect(Collectors.toSet());
        lake.deleteOlder(FOLDER + "/" + names.getLast(), needed);
    }

    private List<String> names() {
        return lake.names(FOLDER).stream().filter(name -> NAME.matcher(name).matches()).toList();
    }

    private Version read(String name) {
        byte[] content = lake.read(FOLDER + "/" + name);
        try {
            return JSON.readValue(content, Version.class);
        } catch (IOException | RuntimeException damaged) {
            throw TidemarkException.warehouse(
                    "The version " + name + " of the lake " + lake.uri() + " is damaged",
                    "delete this file in the folder " + FOLDER + "; without the last version, the one before it is"
                            + " current, and an incremental brings it up to date",
                    damaged);
        }
    }

    /** A number with as many digits as the largest one has, so that names are in the order of numbers. */
    static String digits(long number) {
        return "%019d".formatted(number);
    }

    private static String name(long number) {
        return FOLDER + "/" + digits(number) + ENDING;
    }
}
