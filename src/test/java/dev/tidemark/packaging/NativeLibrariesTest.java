package dev.tidemark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mysql.cj.conf.PropertyDefinitions;
import com.mysql.cj.exceptions.CJException;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.flywaydb.core.extensibility.Plugin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What libraries make by name or by reflection in a native image, of the versions that are used here. */
class NativeLibrariesTest {
    /** What picocli reads without reflection, as far as options have it. */
    private static final Set<String> PLAIN =
            Set.of("boolean", "int", "java.lang.Integer", "java.lang.String", "java.util.List");

    private static NativeMetadata metadata;

    @BeforeAll
    static void read() throws IOException {
        metadata = NativeMetadata.read();
    }

    @Test
    void everyExtensionOfFlywayCanBeCopied() {
        List<String> extensions = ServiceLoader.load(Plugin.class).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .filter(ConfigurationExtension.class::isAssignableFrom)
                .map(Class::getName)
                .toList();
        assertTrue(extensions.size() > 3, extensions::toString);
        for (String extension : extensions) {
            for (String part : List.of("allDeclaredConstructors", "allDeclaredMethods", "allDeclaredFields")) {
                assertTrue(metadata.has(extension, part), extension + ": " + part);
            }
        }
    }

    // Where it does not find them, it logs each step to stderr.
    @ParameterizedTest
    @ValueSource(strings = {
        "org.slf4j.Logger", "org.slf4j.spi.SLF4JServiceProvider",
        "org.flywaydb.core.internal.logging.slf4j.Slf4jLogCreator"
    })
    void flywayFindsTheLogger(String type) {
        assertTrue(metadata.types().containsKey(type));
    }

    // The driver casts what it made instead, and the message that tells what to do would be lost.
    @Test
    void everyExceptionOfTheDriverCanBeMade() {
        List<String> exceptions = new ClassFileImporter().importPackages("com.mysql.cj.exceptions").stream()
                .filter(type -> type.isAssignableTo(CJException.class))
                .<Class<?>>map(JavaClass::reflect)
                .filter(type -> Arrays.stream(type.getConstructors()).anyMatch(NativeLibrariesTest::takesAMessage))
                .map(Class::getName)
                .toList();
        assertTrue(exceptions.size() > 20, exceptions::toString);
        exceptions.forEach(name -> assertTrue(metadata.has(name, "allPublicConstructors"), name));
    }

    @Test
    void whatTheDriverMakesByNameIsNamed() {
        List<String> made = PropertyDefinitions.PROPERTY_KEY_TO_PROPERTY_DEFINITION.values().stream()
                .map(definition -> String.valueOf(definition.getDefaultValue()))
                .filter(value -> value.startsWith("com.mysql.cj."))
                .distinct()
                .toList();
        assertTrue(made.size() > 3, made::toString);
        made.forEach(name -> assertTrue(metadata.has(name, "allPublicConstructors"), name));
    }

    @Test
    void everyProxyOfTheDriverCanCallItsMethods() {
        List<String> interfaces = metadata.proxies().stream()
                .flatMap(List::stream)
                .filter(name -> !name.startsWith("dev.tidemark."))
                .toList();
        assertTrue(interfaces.size() > 5, interfaces::toString);
        interfaces.forEach(name -> assertTrue(metadata.has(name, "allPublicMethods"), name));
    }

    // picocli's own converters of files, dates and the like use reflection; those that are named are in its metadata.
    @Test
    void everyOptionIsReadWithoutReflection() {
        JavaClasses tidemark = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.tidemark.cli");
        List<JavaField> options = tidemark.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.isAnnotatedWith(Option.class))
                .toList();
        assertTrue(options.size() > 20, options::toString);
        assertEquals(List.of(), options.stream().filter(NativeLibrariesTest::isReadByReflection).toList());
    }

    private static boolean isReadByReflection(JavaField option) {
        JavaClass type = option.getRawType();
        Class<? extends ITypeConverter<?>>[] converters = option.getAnnotationOfType(Option.class).converter();
        return converters.length == 0 && !type.isEnum() && !PLAIN.contains(type.getName());
    }

    private static boolean takesAMessage(Constructor<?> constructor) {
        return Stream.of(constructor.getParameterTypes()).toList().equals(List.of(String.class));
    }
}
