package dev.tidemark.cli;

import io.micronaut.context.BeanDefinitionsProvider;
import io.micronaut.context.DefaultBeanDefinitionsProvider;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.reflect.ClassUtils;
import io.micronaut.core.util.NativeImageUtils;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Where the definitions of parts come from. The framework brings a hundred of its own, which schedule, watch files and
 * speak HTTP, and to load them takes a short command a twentieth of its time; so does looking through all jars.
 */
enum Definitions implements BeanDefinitionsProvider {
    /** Of the application's parts, which may be in any jar but the framework's. */
    APPLICATION {
        @Override
        Stream<String> names(ClassLoader loader) throws IOException {
            return Collections.list(loader.getResources(SERVICES)).stream()
                    .filter(place -> !FRAMEWORK_JAR.matcher(place.getPath()).matches())
                    .flatMap(Definitions::listed)
                    .filter(name -> name.startsWith("dev.tidemark.") && !isGeneratedForJson(name));
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
    private static final String SERVICES = "META-INF/micronaut/";
    private static final Pattern FRAMEWORK_JAR = Pattern.compile(".*/micronaut-[^/]*\\.jar!/" + SERVICES);

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

    private static BeanDefinitionReference<?> made(String name, ClassLoader loader) {
        Class<?> type = ClassUtils.forName(name, loader)
                .orElseThrow(() -> new IllegalStateException("There is no class for the definition " + name));
        // What else makes an object of a class looks through all jars for a description of the class first.
        return (BeanDefinitionReference<?>) StaticDefinition.of(name, type).load();
    }

    private static boolean isGeneratedForJson(String name) {
        return name.contains(".$Serde");
    }

    private static Stream<String> listed(URL place) {
        try {
            if (place.openConnection() instanceof JarURLConnection connection) {
                String folder = SERVICES + KIND + "/";
                return connection.getJarFile().stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.startsWith(folder) && !name.equals(folder))
                        .map(name -> name.substring(folder.length()));
            }
            Path folder = Path.of(URI.create(place.toString())).resolve(KIND);
            return Files.isDirectory(folder)
                    ? Files.list(folder).map(file -> file.getFileName().toString())
                    : Stream.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
