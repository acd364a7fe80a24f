package dev.tidemark.failure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** Finds the name that someone may have meant. */
public final class NearestName {
    private NearestName() {}

    /** The one of {@code names}, which are not empty, that differs from {@code name} in the fewest letters. */
    public static String to(String name, Collection<String> names) {
        return names.stream().min(Comparator.comparingInt(known -> distance(name, known))).orElseThrow();
    }

    // Levenshtein's distance, row by row.
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, index -> index);
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substitution = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
