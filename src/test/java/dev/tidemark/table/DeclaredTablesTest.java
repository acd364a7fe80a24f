package dev.tidemark.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tidemark.failure.TidemarkException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every declared table makes the record of a row of the values of its columns, each in its place. */
class DeclaredTablesTest {
    private static final List<Table<?>> TABLES = new ClassFileImporter()
            .importPackages("dev.tidemark").stream()
                    .filter(type -> type.isAssignableTo(Table.class))
                    .flatMap(type -> Arrays.stream(type.reflect().getDeclaredFields()))
                    .filter(field ->
                            Modifier.isStatic(field.getModifiers()) && Table.class.isAssignableFrom(field.getType()))
                    .<Table<?>>map(DeclaredTablesTest::value)
                    .toList();

    private static final Set<String> TEXTS_THAT_MAY_BE_NULL = Set.of(
            "film.description", "film.rating", "film.special_features", "city.city", "country.country",
            "dim_film.description", "dim_film.rating", "dim_film.language", "dim_film.original_language",
            "dim_film.special_features", "dim_customer.city", "dim_customer.country", "dim_store.city",
            "dim_store.country", "top_films.title", "revenue_by_category.category", "revenue_by_store_month.city",
            "ranges.key_content", "ranges.last_update", "sync_source_table.last_update", "sync_range.key_content",
            "sync_run.message", "sync_validation.first_day", "sync_validation.last_day", "sync_state.last_update",
            "copy_table.changed_at", "copy_table.source_mark", "copy_result.message");

    static List<Table<?>> tables() {
        return TABLES;
    }

    @Test
    void thereAreTablesOfAllKinds() {
        List<String> names = TABLES.stream().map(Table::name).toList();
        assertFalse(Stream.of("rental", "fact_rental", "top_films", "sync_run", "copy_table", "ranges")
                .anyMatch(name -> !names.contains(name)), names::toString);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aRecordHasTheValuesOfItsRow(Table<?> table) throws ReflectiveOperationException {
        Object[] values = samples(table);

        assertEquals(Arrays.asList(values), componentsOf(table.recordOf(values)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nullIsReadAsNullOrNamedWithItsRow(Table<?> table) throws ReflectiveOperationException {
        for (int index = 0; index < table.rowColumns().size(); index++) {
            Object[] values = samples(table);
            Class<?> type = table.recordOf(values).getClass().getRecordComponents()[index].getType();
            values[index] = null;
            if (type.isPrimitive() || type == BigDecimal.class || isRequiredText(table, index)) {
                assertMissing(table, index, values);
            } else {
                assertEquals(Arrays.asList(values), componentsOf(table.recordOf(values)));
            }
        }
    }

    private static boolean isRequiredText(Table<?> table, int index) {
        Column<?> column = table.rowColumns().get(index);
        return Set.of(Column.Type.TEXT, Column.Type.DAY).contains(column.type())
                && !TEXTS_THAT_MAY_BE_NULL.contains(column.toString());
    }

    private static void assertMissing(Table<?> table, int index, Object[] values) {
        String missing = table.rowColumns().get(index) + " is NULL in the row with "
                + table.rowColumns().getFirst().name() + " " + values[0];
        if (table instanceof SourceTable) {
            TidemarkException failure = assertThrows(TidemarkException.class, () -> table.recordOf(values));
            assertEquals("The source's " + missing, failure.getMessage());
        } else {
            MissingValueException failure = assertThrows(MissingValueException.class, () -> table.recordOf(values));
            assertEquals(missing, failure.getMessage());
        }
    }

    private static Object[] samples(Table<?> table) {
        return IntStream.range(0, table.rowColumns().size())
                .mapToObj(index -> sample(table.rowColumns().get(index).type(), index))
                .toArray();
    }

    private static Object sample(Column.Type type, int index) {
        return switch (type) {
            case NUMBER, CENTS -> (long) index;
            case SMALL_NUMBER -> index;
            case DECIMAL -> BigDecimal.valueOf(index);
            case TEXT, DAY -> "text " + index;
            case TRUTH -> true;
            case TIME -> LocalDateTime.of(2026, 1, 1, 0, index);
        };
    }

    private static List<Object> componentsOf(Object row) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            values.add(component.getAccessor().invoke(row));
        }
        return values;
    }

    private static Table<?> value(Field field) {
        try {
            field.setAccessible(true);
            return (Table<?>) field.get(null);
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
