package dev.tidemark.cli;

import io.micronaut.context.BeanDefinitionsProvider;
import io.micronaut.context.DefaultBeanDefinitionsProvider;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.core.reflect.InstantiationUtils;
import io.micronaut.core.util.NativeImageUtils;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The definitions of the application's parts and of what writes JSON. The framework brings a hundred of its own, which
 * schedule, watch files and speak HTTP, and to load them takes a short command a twentieth of its time.
 */
final class OwnDefinitions implements BeanDefinitionsProvider {
    private static final List<String> PACKAGES = List.of("dev.tidemark.", "io.micronaut.serde.");

    @Override
    public List<BeanDefinitionReference<?>> provide(ClassLoader loader) {
        // What a native executable can make by name was settled by the framework when it was built.
        return NativeImageUtils.inImageCode() ? new DefaultBeanDefinitionsProvider().provide(loader) : own(loader);
    }

    private static List<BeanDefinitionReference<?>> own(ClassLoader loader) {
        try {
            return MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(
                            loader, BeanDefinitionReference.class.getName())
                    .stream()
                    .filter(name -> PACKAGES.stream().anyMatch(name::startsWith))
                    .<BeanDefinitionReference<?>>map(
                            name -> (BeanDefinitionReference<?>) InstantiationUtils.instantiate(name, loader))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
