package dev.tidemark.copy.plan;

import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.copy.value.Transform;
import java.util.List;

/**
 * A column that is carried over.
 *
 * @param source its name in the source
 * @param target its name in the target
 * @param type what it holds in the target
 * @param targetType its type as the target writes it, such as {@code numeric(10,2)}
 * @param required whether the target refuses NULL
 * @param transforms the changes of its values, in order
 */
public record CopyColumn(
        String source,
        String target,
        ColumnType type,
        String targetType,
        boolean required,
        List<Transform> transforms) {
    public CopyColumn {
        transforms = List.copyOf(transforms);
    }
}
