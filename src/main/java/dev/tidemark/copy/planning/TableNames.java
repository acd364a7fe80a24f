package dev.tidemark.copy.planning;

import dev.tidemark.config.CopySettings;
import dev.tidemark.copy.shape.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table that is to be copied.
 *
 * @param source the table as the source describes it
 * @param settings what the configuration says about it
 * @param target its name in the target
 */
record TableNames(TableShape source, CopySettings.Table settings, String target) {
    /** A table that the configuration says nothing about. */
    static final CopySettings.Table NO_SETTINGS = new CopySettings.Table(
            false, Optional.empty(), List.of(), Optional.empty(), Map.of(), Map.of());

    /** A column that the configuration says nothing about. */
    static final CopySettings.Column NO_COLUMN_SETTINGS =
            new CopySettings.Column(false, Optional.empty(), Optional.empty(), List.of());

    /** What the configuration says about a column. */
    CopySettings.Column settings(String column) {
        return settings.columns().getOrDefault(column, NO_COLUMN_SETTINGS);
    }

    /** The name of a column in the target. */
    String target(String column, CopySettings.Names names) {
        return settings(column).to().orElseGet(() -> Naming.of(names, column));
    }
}
