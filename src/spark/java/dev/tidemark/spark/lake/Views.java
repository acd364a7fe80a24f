package dev.tidemark.spark.lake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The scripts of views of each version, by which other programs read it. They appear as soon as the version has become
 * current, so the ones with the largest number are always of a whole version.
 *
 * @param lake the folder of the lake
 */
record Views(LakeFolder lake) {
    private static final String FOLDER = "views";

    /** Writes the scripts of {@code version} as drafts, while there is no such version yet: drafts by their name. */
    Map<String, String> drafts(Version version) {
        String address = lake.address();
        Map<String, String> drafts = new LinkedHashMap<>();
        for (ViewDialect dialect : ViewDialect.values()) {
            drafts.put(
                    FOLDER + "/" + Versions.digits(version.number()) + dialect.ending(),
                    lake.draft(dialect.script(address, version).getBytes(StandardCharsets.UTF_8)));
        }
        return drafts;
    }

    /** Gives the drafts of a version that is current now their names. */
    void publish(Map<String, String> drafts) {
        lake.create(FOLDER);
        drafts.forEach((name, draft) -> lake.rename(draft, name));
    }

    /** Deletes the scripts of versions before this one. */
    void deleteBefore(String digits) {
        lake.names(FOLDER).stream()
                .filter(name -> name.compareTo(digits) < 0)
                .forEach(name -> lake.delete(FOLDER + "/" + name));
    }
}
