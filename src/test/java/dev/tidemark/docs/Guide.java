package dev.tidemark.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text for users, and the blocks of code in it.
 *
 * @param path the file
 * @param text its text
 */
record Guide(Path path, String text) {
    private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w*)\n(.*?)\n```");

    static Guide read(String path) {
        try {
            return new Guide(Path.of(path), Files.readString(Path.of(path)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The blocks in a language, in order. */
    List<String> blocks(String language) {
        List<String> blocks = BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
        if (blocks.isEmpty()) {
            throw new AssertionError("No " + language + " in " + path);
        }
        return blocks;
    }

    /** The first table after a text: the cells of each of its rows below the head. */
    List<List<String>> tableAfter(String start) {
        Matcher table = Pattern.compile("(?m)(^\\|.*\n)+").matcher(text);
        if (!table.find(text.indexOf(start))) {
            throw new AssertionError("No table after " + start + " in " + path);
        }
        return table.group().lines().skip(2).map(Guide::cells).toList();
    }

    private static List<String> cells(String line) {
        return List.of(line.replaceFirst("^\\|\\s*", "").replaceFirst("\\s*\\|$", "").split("\\s*\\|\\s*"));
    }
}
