package dev.tidemark.packaging;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.BaseTypeHandler;

/** Writes what GraalVM has to know of the project's own mappers, records and type handlers, from the code itself. */
public final class NativeMetadataWriter {
    private static final String ANNOTATIONS = "org.apache.ibatis.annotations";
    private static final String FILE = "META-INF/native-image/dev.tidemark/generated/reachability-metadata.json";

    private final JavaClasses tidemark = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.tidemark");

    private NativeMetadataWriter() {}

    /**
     * Writes the file.
     *
     * @param arguments the folder of the program's classes
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).resolve(FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, new NativeMetadataWriter().text());
    }

    private String text() {
        Stream<String> proxies =
                mappers().map(mapper -> "{\"type\": {\"proxy\": [\"" + mapper.getName() + "\"]}}");
        Stream<String> methods = mappers().map(mapper -> entry(mapper, "allPublicMethods"));
        Stream<String> made = Stream.of(mappedRows(), handlers())
                .flatMap(types -> types)
                .distinct()
                .map(type -> entry(type, "allDeclaredConstructors"));
        return Stream.of(proxies, methods, made)
                .flatMap(entries -> entries)
                .sorted()
                .collect(Collectors.joining(",\n    ", "{\n  \"reflection\": [\n    ", "\n  ],\n  \"resources\": []\n}\n"));
    }

    private Stream<Class<?>> mappers() {
        return tidemark.stream()
                .filter(JavaClass::isInterface)
                .<Class<?>>map(JavaClass::reflect)
                .filter(type -> Arrays.stream(type.getMethods()).anyMatch(NativeMetadataWriter::isStatement));
    }

    private Stream<Class<?>> mappedRows() {
        Configuration configuration = new Configuration();
        mappers().forEach(configuration::addMapper);
        return configuration.getResultMaps().stream()
                .filter(row -> !row.getConstructorResultMappings().isEmpty())
                .map(ResultMap::getType);
    }

    private Stream<Class<?>> handlers() {
        return tidemark.stream()
                .filter(type -> type.isAssignableTo(BaseTypeHandler.class))
                .map(JavaClass::reflect);
    }

    private static boolean isStatement(Method method) {
        return List.of(method.getAnnotations()).stream()
                .anyMatch(annotation -> annotation.annotationType().getPackageName().equals(ANNOTATIONS));
    }

    private static String entry(Class<?> type, String what) {
        return "{\"type\": \"" + type.getName() + "\", \"" + what + "\": true}";
    }
}
