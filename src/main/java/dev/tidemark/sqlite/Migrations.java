package dev.tidemark.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The migrations that are packed with the program, listed in an index that the build writes: a scan of the class path
 * would find nothing in a native image.
 *
 * @param folder the folder that holds them
 * @param names file names, such as {@code V1__star_schema.sql}
 */
record Migrations(String folder, List<String> names) implements ResourceProvider {
    static Migrations packed(FileKind kind) {
        String index = text(kind.migrations() + "index");
        return new Migrations(kind.migrations(), index.lines().filter(name -> !name.isBlank()).toList());
    }

    /** The version of the latest migration. */
    MigrationVersion latest() {
        return names.stream()
                .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
                .max(MigrationVersion::compareTo)
                .orElseThrow();
    }

    @Override
    public LoadableResource getResource(String name) {
        return names.contains(name) ? new Packed(folder, name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return names.stream()
                .filter(name -> name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                .<LoadableResource>map(name -> new Packed(folder, name))
                .toList();
    }

    private static String text(String name) {
        try (InputStream content = Migrations.class.getClassLoader().getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException(name + " is not packed with the program");
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Packed extends LoadableResource {
        private final String folder;
        private final String name;

        private Packed(String folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream content = Migrations.class.getClassLoader().getResourceAsStream(folder + name);
            return new InputStreamReader(content, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return folder + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return folder + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
