package dev.tidemark.packaging;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tidemark.sql.UtcTextHandler;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.DeleteProvider;
import org.apache.ibatis.annotations.InsertProvider;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.annotations.UpdateProvider;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.session.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A native image holds what its metadata names: all that MyBatis finds by reflection, and every resource. */
class NativeMetadataTest {
    private static final String ANNOTATIONS = "org.apache.ibatis.annotations";

    private static NativeMetadata metadata;
    private static JavaClasses tidemark;

    @BeforeAll
    static void read() throws IOException {
        metadata = NativeMetadata.read();
        tidemark = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.tidemark");
    }

    static List<Class<?>> mappers() {
        if (tidemark == null) {
            assertDoesNotThrow(NativeMetadataTest::read);
        }
        return tidemark.stream()
                .filter(JavaClass::isInterface)
                .<Class<?>>map(JavaClass::reflect)
                .filter(type -> Arrays.stream(type.getMethods()).anyMatch(NativeMetadataTest::isStatement))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void everyMapperIsNamedWithWhatItInherits(Class<?> mapper) {
        assertTrue(metadata.proxies().contains(List.of(mapper.getName())), "No proxy");
        Stream.concat(Stream.of(mapper), Arrays.stream(mapper.getInterfaces()))
                .forEach(type -> assertTrue(metadata.has(type.getName(), "allPublicMethods"), type.getName()));
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void everyRowCanBeMade(Class<?> mapper) throws Exception {
        Configuration configuration = new Configuration();
        configuration.addMapper(mapper);
        for (ResultMap row : Set.copyOf(configuration.getResultMaps())) {
            if (row.getConstructorResultMappings().isEmpty()) {
                continue;
            }
            assertTrue(metadata.has(row.getType().getName(), "allDeclaredConstructors"), row.getType().getName());
            assertNotNull(row.getType().getDeclaredConstructor(row.getConstructorResultMappings().stream()
                    .map(ResultMapping::getJavaType)
                    .toArray(Class<?>[]::new)));
        }
    }

    @ParameterizedTest
    @MethodSource("mappers")
    void everyStatementsTextCanBeMade(Class<?> mapper) throws Exception {
        for (Method method : mapper.getMethods()) {
            for (Class<?> provider : providers(method)) {
                assertTrue(metadata.has(provider.getName(), "allPublicMethods"), provider.getName());
            }
            for (Class<?> parameter : method.getParameterTypes()) {
                if (parameter.getName().endsWith("StatementProvider") && isStatement(method)) {
                    assertTrue(
                            statements().anyMatch(parameter::isAssignableFrom), () -> "No kind of " + parameter.getName());
                }
            }
        }
    }

    @Test
    void everythingNamedIsThere() {
        Set<String> named = new TreeSet<>(metadata.types().keySet());
        metadata.proxies().forEach(named::addAll);
        named.forEach(name -> assertDoesNotThrow(() -> Class.forName(name, false, getClass().getClassLoader())));
        metadata.bundles().forEach(ResourceBundle::getBundle);
    }

    @Test
    void typeHandlersAreNamed() {
        assertTrue(metadata.has(UtcTextHandler.class.getName(), "allDeclaredConstructors"));
    }

    @Test
    void everyResourceIsNamed() throws IOException {
        Path classes = Path.of("target/classes");
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> missing = files.filter(Files::isRegularFile)
                    .map(file -> classes.relativize(file).toString())
                    .filter(name -> !name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .filter(name -> !metadata.hasResource(name))
                    .toList();
            assertEquals(List.of(), missing);
        }
        assertTrue(metadata.hasResource("db/migration/index"));
    }

    @Test
    void everyCommandIsNamedByPicocli() throws IOException {
        String generated = Files.readString(Path.of(
                "target/classes/META-INF/native-image/picocli-generated/dev.tidemark/tidemark/reflect-config.json"));
        List<String> parts = tidemark.stream()
                .filter(type -> type.getFields().stream().anyMatch(field -> field.getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getRawType().getPackageName().equals("picocli"))))
                .map(JavaClass::getName)
                .toList();
        assertTrue(parts.size() >= 6, parts::toString);
        parts.forEach(part -> assertTrue(generated.contains("\"" + part + "\""), part));
    }

    // The DSL's own classes that hold a rendered statement, whose getters MyBatis calls.
    private static Stream<Class<?>> statements() {
        return metadata.types().keySet().stream()
                .filter(name -> name.endsWith("StatementProvider") && metadata.has(name, "allPublicMethods"))
                .map(name -> assertDoesNotThrow(() -> Class.forName(name)));
    }

    private static boolean isStatement(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getPackageName().equals(ANNOTATIONS));
    }

    private static List<Class<?>> providers(Method method) {
        return Arrays.stream(method.getAnnotations())
                .<Class<?>>mapMulti((annotation, found) -> {
                    switch (annotation) {
                        case SelectProvider select -> found.accept(select.type());
                        case InsertProvider insert -> found.accept(insert.type());
                        case UpdateProvider update -> found.accept(update.type());
                        case DeleteProvider delete -> found.accept(delete.type());
                        default -> { }
                    }
                })
                .toList();
    }
}
