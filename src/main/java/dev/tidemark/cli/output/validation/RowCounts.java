package dev.tidemark.cli.output.validation;

import dev.tidemark.cli.text.TextTable;
import dev.tidemark.comparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Kinds of rows that validations count, in words and in tables.
 *
 * @param <T> the check of a table
 * @param kinds the kinds
 */
record RowCounts<T>(List<Kind<T>> kinds) {
    /** The kinds that {@code check} has rows of, such as {@code 2 missing, 1 different}; "equal" if there are none. */
    String inWords(T check) {
        String words = kinds.stream()
                .filter(kind -> kind.rows().applyAsLong(check) > 0)
                .map(kind -> TextTable.number(kind.rows().applyAsLong(check)) + " " + kind.word())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "equal" : words;
    }

    /**
     * A table of checks. Leaves out kinds that no check has, so that the table fits a terminal.
     *
     * @param headings the headings before the kinds
     * @param cells what stands below them
     */
    String table(List<T> checks, List<String> headings, Function<T, List<String>> cells, Function<T, Verdict> verdict) {
        List<Kind<T>> shown = kinds.stream()
                .filter(kind -> checks.stream().anyMatch(check -> kind.rows().applyAsLong(check) > 0))
                .toList();
        List<String> all = new ArrayList<>(headings);
        shown.forEach(kind -> all.add(kind.word()));
        all.add("verdict~");
        return TextTable.of(all, checks.stream()
                .map(check -> {
                    List<String> line = new ArrayList<>(cells.apply(check));
                    shown.forEach(kind -> line.add(TextTable.number(kind.rows().applyAsLong(check))));
                    line.add(verdict.apply(check).word());
                    return line;
                })
                .toList());
    }

    /** A kind of rows. */
    record Kind<T>(String word, ToLongFunction<T> rows) {}
}
