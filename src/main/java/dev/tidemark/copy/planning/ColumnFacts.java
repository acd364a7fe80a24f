package dev.tidemark.copy.planning;

import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.target.TargetTypes;
import dev.tidemark.copy.value.BadValue;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.copy.value.Conversion;
import dev.tidemark.copy.value.InvalidText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rows of a table tell about one of its columns; takes its values one by one. */
final class ColumnFacts {
    private final ColumnShape column;
    private final boolean indexed;
    private final TargetTypes types;
    private final ColumnType held;
    private long nulls;
    private long wholes;
    private long reals;
    private long texts;
    private long blobs;
    private long longestText;
    private long misfits;
    private String firstMisfit;

    ColumnFacts(ColumnShape column, boolean indexed, TargetTypes types) {
        this.column = column;
        this.indexed = indexed;
        this.types = types;
        this.held = types.held().apply(types.forDeclared().apply(column.type(), indexed)).orElseThrow();
    }

    /** Takes a stored value. */
    void add(Object stored) {
        switch (stored) {
            case null -> nulls++;
            case Long _ -> wholes++;
            case Double _ -> reals++;
            case byte[] _ -> blobs++;
            case InvalidText _ -> texts++;
            default -> {
                String text = (String) stored;
                texts++;
                longestText = Math.max(longestText, text.codePointCount(0, text.length()));
            }
        }
        if (Conversion.typed(held, stored) instanceof BadValue bad) {
            misfits++;
            firstMisfit = firstMisfit == null ? bad.reason() : firstMisfit;
        }
    }

    /** The name in the source. */
    String name() {
        return column.name();
    }

    /** The type for the target: by the declared one, or else by the values, if they are all of one kind. */
    String type() {
        return types.forDeclared().apply(declared(), indexed);
    }

    /** Why it gets this type, in words. */
    String reason() {
        List<String> kinds = new ArrayList<>();
        count(kinds, wholes, "whole number");
        count(kinds, reals, "floating-point number");
        count(kinds, texts, "text");
        count(kinds, blobs, "blob");
        count(kinds, nulls, "NULL");
        String declares = column.type().isBlank() ? "declares no type" : "declared " + column.type();
        String longest = longestText == 0 ? "" : "; the longest text has " + longestText + " characters";
        return declares + ": " + (kinds.isEmpty() ? "no values" : String.join(", ", kinds)) + longest;
    }

    /** A warning of values that do not fit into the type. */
    Optional<String> warning() {
        return misfits == 0 || !declared().equals(column.type())
                ? Optional.empty()
                : Optional.of(misfits + " of its values do not fit into " + type() + ", as " + firstMisfit);
    }

    private String declared() {
        if (!column.type().isBlank()) {
            return column.type();
        }
        long values = wholes + reals + texts + blobs;
        if (values == 0 || texts == values) {
            return column.type();
        }
        return wholes == values ? "INTEGER" : wholes + reals == values ? "REAL" : blobs == values ? "BLOB" : "";
    }

    private static void count(List<String> kinds, long count, String kind) {
        if (count > 0) {
            kinds.add(count + " " + kind + (count == 1 || kind.equals("NULL") ? "" : "s"));
        }
    }
}
