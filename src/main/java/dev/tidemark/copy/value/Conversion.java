package dev.tidemark.copy.value;

import java.util.List;

/**
 * Converts stored values to typed ones. A value is carried over whole by the rule of its type, or it is a
 * {@link BadValue}; only {@link ColumnType.Floating} rounds. The rules are told at each type's conversion.
 */
public final class Conversion {
    private Conversion() {}

    /** The typed value of a stored value after these transforms, or the first {@link BadValue} on the way. */
    public static Object typed(List<Transform> transforms, ColumnType type, Object stored) {
        Object value = stored;
        for (Transform transform : transforms) {
            if (value == null || value instanceof BadValue) {
                return value;
            }
            value = transform.function().apply(value);
        }
        return value instanceof BadValue ? value : typed(type, value);
    }

    /** The typed value of a stored value: null for null, or a {@link BadValue}. */
    public static Object typed(ColumnType type, Object stored) {
        return switch (stored) {
            case null -> null;
            case Double number when Double.isNaN(number) -> null;
            default -> typedOf(type, stored);
        };
    }

    private static Object typedOf(ColumnType type, Object stored) {
        return switch (type) {
            case ColumnType.Whole whole -> NumberConversion.whole(whole, stored);
            case ColumnType.Decimal decimal -> NumberConversion.decimal(decimal, stored);
            case ColumnType.Floating floating -> NumberConversion.floating(floating, stored);
            case ColumnType.Truth _ -> TextConversion.truth(stored);
            case ColumnType.Text text -> TextConversion.text(text, stored);
            case ColumnType.Bytes bytes -> TextConversion.bytes(bytes, stored);
            case ColumnType.Uuid _ -> TextConversion.uuid(stored);
            case ColumnType.Day _ -> TimeConversion.day(stored);
            case ColumnType.Moment moment -> TimeConversion.moment(moment, stored);
            case ColumnType.TimeOfDay time -> TimeConversion.timeOfDay(time, stored);
        };
    }
}
