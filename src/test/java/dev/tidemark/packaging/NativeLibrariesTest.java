package dev.tidemark.packaging;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mysql.cj.conf.PropertyDefinitions;
import com.mysql.cj.exceptions.CJException;
import com.mysql.cj.log.Log;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
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

    private static final String MESSAGES = "com.mysql.cj.LocalizedErrorMessages";
    private static final Pattern IMPLEMENTED =
            Pattern.compile("implement\\w*(?: of| the)?(?: interface)? '+(com\\.mysql\\.[\\w.]+)'");

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

    // A parameter of the URL may name any of them, not only the one that is its default.
    @Test
    void everyClassThatAParameterOfTheDriverCanNameIsKnown() {
        List<Class<?>> kinds = kindsThatParametersName();
        assertTrue(kinds.size() > 9, kinds::toString);
        List<String> made = new ClassFileImporter().importPackages("com.mysql.cj").stream()
                .filter(type -> kinds.stream().anyMatch(type::isAssignableTo))
                .filter(NativeLibrariesTest::isMadeWithoutParts)
                .map(JavaClass::getName)
                .toList();
        assertTrue(made.size() > 20, made::toString);
        assertEquals(List.of(), made.stream().filter(name -> !metadata.has(name, "allPublicConstructors")).toList());
    }

    @Test
    void everyFileOfTheDriverIsThere() throws Exception {
        URI driver = PropertyDefinitions.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        List<String> files;
        try (JarFile jar = new JarFile(Path.of(driver).toFile())) {
            files = jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".properties")).toList();
        }
        assertTrue(files.size() > 5, files::toString);
        assertEquals(List.of(), files.stream().filter(file -> !isThere(file)).toList());
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

    private static boolean isThere(String file) {
        String bundle = file.replaceFirst("\\.properties$", "").replace('/', '.');
        return metadata.hasResource(file) || metadata.bundles().contains(bundle);
    }

    // The descriptions of the parameters say which interface a class must implement; that of the logger does not.
    private static List<Class<?>> kindsThatParametersName() {
        ResourceBundle messages = ResourceBundle.getBundle(MESSAGES);
        Stream<String> described = messages.keySet().stream()
                .filter(key -> key.startsWith("ConnectionProperties."))
                .flatMap(key -> IMPLEMENTED.matcher(messages.getString(key)).results())
                .map(found -> found.group(1));
        return Stream.concat(described, Stream.of(Log.class.getName()))
                .distinct()
                .<Class<?>>map(name -> assertDoesNotThrow(() -> Class.forName(name)))
                .toList();
    }

    private static boolean isMadeWithoutParts(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && type.getConstructors().stream()
                        .filter(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC))
                        .anyMatch(constructor -> constructor.getRawParameterTypes().stream()
                                .allMatch(part -> part.isEquivalentTo(String.class)));
    }

    private static boolean takesAMessage(Constructor<?> constructor) {
        return Stream.of(constructor.getParameterTypes()).toList().equals(List.of(String.class));
    }
}
