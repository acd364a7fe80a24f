package dev.tidemark.cli.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out a table that is wider than a terminal. Each line is cut between the same columns, and what does not fit stands
 * below it, indented, in lines of its own.
 */
final class NarrowTable {
    private static final String INDENT = "    ";
    private static final int GAP = 2;

    private NarrowTable() {}

    /** The lines of a table, whose cells are parted by two spaces or more. A cell that is too wide alone is not cut. */
    static List<String> fit(List<String> table, int columns) {
        List<Integer> cuts = cuts(starts(table), width(table), columns);
        return table.stream()
                .flatMap(line -> pieces(line, cuts).stream())
                .toList();
    }

    // The positions at which a cell begins after a gap that all lines have.
    private static List<Integer> starts(List<String> table) {
        List<Integer> starts = new ArrayList<>();
        int blank = 0;
        for (int position = 0; position < width(table); position++) {
            int at = position;
            boolean isBlank = table.stream().allMatch(line -> at >= line.length() || line.charAt(at) == ' ');
            if (!isBlank && blank >= GAP) {
                starts.add(position);
            }
            blank = isBlank ? blank + 1 : 0;
        }
        return starts;
    }

    private static List<Integer> cuts(List<Integer> starts, int width, int columns) {
        List<Integer> cuts = new ArrayList<>();
        int from = 0;
        int room = columns;
        for (int index = 0; index < starts.size(); index++) {
            int end = index + 1 < starts.size() ? starts.get(index + 1) - GAP : width;
            if (end - from > room) {
                from = starts.get(index);
                room = columns - INDENT.length();
                cuts.add(from);
            }
        }
        return cuts;
    }

    private static List<String> pieces(String line, List<Integer> cuts) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            pieces.add(part(line, from, cut));
            from = cut;
        }
        pieces.add(part(line, from, line.length()));
        return pieces.stream().filter(piece -> !piece.isBlank()).toList();
    }

    private static String part(String line, int from, int to) {
        String part = line.substring(Math.min(from, line.length()), Math.min(to, line.length())).stripTrailing();
        return from == 0 ? part : INDENT + part;
    }

    private static int width(List<String> table) {
        return table.stream().mapToInt(String::length).max().orElse(0);
    }
}
