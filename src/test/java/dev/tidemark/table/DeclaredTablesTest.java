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
            if (type.isPrimitive() || type == BigDecimal.class || type == String.class && refuses(table, values)) {
                assertMissing(table, index, values);
            } else {
                assertEquals(Arrays.asList(values), componentsOf(table.recordOf(values)));
            }
        }
    }

    // Texts differ: a title is required, and a description is not.
    private static boolean refuses(Table<?> table, Object[] values) {
        try {
            table.recordOf(values);
            return false;
        } catch (TidemarkException | MissingValueException refusal) {
            return true;
        }
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
