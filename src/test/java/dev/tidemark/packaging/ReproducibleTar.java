package dev.tidemark.packaging;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes an archive that depends on nothing but what is put into it, in order. The folders above a file come with it.
 *
 * @param output where it goes
 * @param time the time of each entry
 * @param folders the folders that are in it
 */
record ReproducibleTar(TarArchiveOutputStream output, Instant time, Set<Path> folders) implements AutoCloseable {
    /** An archive in {@code file}, without an entry. */
    static ReproducibleTar to(Path file, Instant time) throws IOException {
        TarArchiveOutputStream output = new TarArchiveOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8.name());
        output.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        return new ReproducibleTar(output, time, new HashSet<>());
    }

    /** Puts a folder in, which this account owns. */
    void folder(Path name, int mode, int account) throws IOException {
        if (name.getNameCount() > 0 && folders.add(name)) {
            folder(name.getParent(), 0755, 0);
            TarArchiveEntry entry = entry(relative(name) + "/", mode, 0);
            entry.setIds(account, account);
            output.putArchiveEntry(entry);
            output.closeArchiveEntry();
        }
    }

    /** Puts a copy of {@code file} in, which can be run if that one can. */
    void file(Path name, Path file) throws IOException {
        folder(name.getParent(), 0755, 0);
        output.putArchiveEntry(entry(relative(name), Files.isExecutable(file) ? 0755 : 0644, Files.size(file)));
        Files.copy(file, output);
        output.closeArchiveEntry();
    }

    /** Puts a file with this text in. */
    void text(Path name, String text) throws IOException {
        bytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file with this content in. */
    void bytes(Path name, byte[] content) throws IOException {
        folder(name.getParent(), 0755, 0);
        output.putArchiveEntry(entry(relative(name), 0644, content.length));
        output.write(content);
        output.closeArchiveEntry();
    }

    private TarArchiveEntry entry(String name, int mode, long size) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setModTime(Date.from(time));
        entry.setMode(mode);
        entry.setIds(0, 0);
        entry.setSize(size);
        return entry;
    }

    private static String relative(Path name) {
        return Path.of("/").relativize(name).toString();
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
