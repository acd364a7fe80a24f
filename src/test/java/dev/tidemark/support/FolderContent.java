package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The content of a folder, to tell whether a command changed it.
 *
 * @param files the hash of each file's content, and "folder" for each folder, by path
 */
public record FolderContent(Map<String, String> files) {
    public FolderContent {
        files = Map.copyOf(files);
    }

    /** The content now. */
    public static FolderContent of(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.forEach(path -> files.put(path.toString(), Files.isDirectory(path) ? "folder" : hash(path)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new FolderContent(files);
    }

    private static String hash(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
