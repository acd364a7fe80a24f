package dev.tidemark.cli;

import io.micronaut.context.BeanDefinitionsProvider;
import io.micronaut.context.DefaultBeanDefinitionsProvider;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.core.util.NativeImageUtils;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the definitions of parts come from. The framework brings a hundred of its own, which schedule, watch files and
 * speak HTTP, and to load them takes a short command a twentieth of its time; so does looking through all jars.
 */
enum Definitions implements BeanDefinitionsProvider {
    /** Of the application's parts, which are in the same jar as this. */
    APPLICATION {
        @Override
        Stream<String> names(ClassLoader loader) throws IOException {
            return besideThis().filter(name -> !isGeneratedForJson(name));
        }
    },

    /** Of what writes JSON. */
    JSON {
        @Override
        Stream<String> names(ClassLoader loader) throws IOException {
            return MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(loader, KIND).stream()
                    .filter(name -> name.startsWith("io.micronaut.serde.") || isGeneratedForJson(name));
        }
    };

    private static final String KIND = BeanDefinitionReference.class.getName();
    private static final String FOLDER = "META-INF/micronaut/" + KIND + "/";

    /** The names of their classes. */
    abstract Stream<String> names(ClassLoader loader) throws IOException;

    @Override
    public List<BeanDefinitionReference<?>> provide(ClassLoader loader) {
        // What a native executable can make by name was settled by the framework when it was built.
        return NativeImageUtils.inImageCode() ? new DefaultBeanDefinitionsProvider().provide(loader) : made(loader);
    }

    private List<BeanDefinitionReference<?>> made(ClassLoader loader) {
        try (Stream<String> names = names(loader)) {
            return names.<BeanDefinitionReference<?>>map(name -> made(name, loader)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // The framework would look through all jars for a description of the class first.
    private static BeanDefinitionReference<?> made(String name, ClassLoader loader) {
        try {
            return (BeanDefinitionReference<?>)
                    Class.forName(name, true, loader).getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("The definition " + name + " cannot be made", failure);
        }
    }

    private static boolean isGeneratedForJson(String name) {
        return name.contains(".$Serde");
    }

    // Not by the class's code source: with a start-up cache, that is where the program lay when it was packaged.
    private static Stream<String> besideThis() throws IOException {
        URL self = Definitions.class.getResource("Definitions.class");
        if (self.openConnection() instanceof JarURLConnection connection) {
            return connection.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(FOLDER) && !name.equals(FOLDER))
                    .map(name -> name.substring(FOLDER.length()));
        }
        String root = "../".repeat((int) Definitions.class.getName().chars().filter(each -> each == '.').count());
        return Files.list(Path.of(URI.create(self.toString()).resolve(root + FOLDER)))
                .map(file -> file.getFileName().toString());
    }
}
