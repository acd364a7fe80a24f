package dev.tidemark.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Breaks lines between words, which a terminal would not, or joins lines into one. */
public final class Paragraphs {
    private static final String GAP = "  ";
    /** A line with less room than this for its words is not broken. */
    private static final int LEAST_ROOM = 20;
    private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");

    private Paragraphs() {}

    /**
     * {@code text} with each long line broken; the new lines begin below the text after its last gap. A table whose last
     * column leaves too little room for that is cut between its columns.
     */
    public static String fit(String text, int columns) {
        List<String> fitting = new ArrayList<>();
        List<String> block = new ArrayList<>();
        text.lines().forEach(line -> {
            if (line.isEmpty()) {
                fitting.addAll(fitBlock(block, columns));
                fitting.add(line);
                block.clear();
            } else {
                block.add(line);
            }
        });
        fitting.addAll(fitBlock(block, columns));
        return String.join("\n", fitting);
    }

    /** {@code text} in one line; names and foreign messages may hold line breaks. */
    public static String inOneLine(String text) {
        return text.replaceAll("\\R", " ");
    }

    private static List<String> fitBlock(List<String> lines, int columns) {
        boolean isWideTable = lines.size() > 1
                && lines.stream().noneMatch(line -> STYLE.matcher(line).find())
                && lines.stream().anyMatch(line -> width(line) > columns && columns - indent(line) < LEAST_ROOM);
        return isWideTable
                ? NarrowTable.fit(lines, columns)
                : lines.stream().map(line -> fitOne(line, columns)).toList();
    }

    private static int indent(String line) {
        int gap = line.lastIndexOf(GAP);
        return gap < 0 ? 0 : width(line.substring(0, gap + GAP.length()));
    }

    private static String fitOne(String line, int columns) {
        int gap = line.lastIndexOf(GAP);
        String head = gap < 0 ? "" : line.substring(0, gap + GAP.length());
        int indent = indent(line);
        if (width(line) <= columns || columns - indent < LEAST_ROOM) {
            return line;
        }
        return head + String.join("\n" + " ".repeat(indent), wrapped(line.substring(head.length()), columns - indent));
    }

    private static List<String> wrapped(String words, int room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.split(" ")) {
            boolean breaks = !line.isEmpty() && width(line) + 1 + width(word) > room;
            if (breaks) {
                lines.add(line);
            }
            line = breaks || line.isEmpty() ? word : line + " " + word;
        }
        lines.add(line);
        return lines;
    }

    // Codes of colours have no width.
    private static int width(String text) {
        return STYLE.matcher(text).replaceAll("").length();
    }
}
