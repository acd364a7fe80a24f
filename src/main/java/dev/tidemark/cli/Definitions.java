package dev.tidemark.cli;

import io.micronaut.context.BeanDefinitionsProvider;
import io.micronaut.context.DefaultBeanDefinitionsProvider;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.core.reflect.InstantiationUtils;
import io.micronaut.core.util.NativeImageUtils;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The definitions of some parts. The framework brings a hundred of its own, which schedule, watch files and speak HTTP,
 * and to load them takes a short command a twentieth of its time.
 *
 * @param names what the names of the definitions begin with
 * @param places narrows a class loader to where they are found
 */
record Definitions(String names, UnaryOperator<ClassLoader> places) implements BeanDefinitionsProvider {
    /** Of the application's parts. */
    static final Definitions APPLICATION = new Definitions("dev.tidemark.", OwnResources::new);

    /** Of what writes JSON. */
    static final Definitions JSON = new Definitions("io.micronaut.serde.", UnaryOperator.identity());

    @Override
    public List<BeanDefinitionReference<?>> provide(ClassLoader loader) {
        // What a native executable can make by name was settled by the framework when it was built.
        return NativeImageUtils.inImageCode() ? new DefaultBeanDefinitionsProvider().provide(loader) : named(loader);
    }

    private List<BeanDefinitionReference<?>> named(ClassLoader loader) {
        try {
            return MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(
                            places.apply(loader), BeanDefinitionReference.class.getName())
                    .stream()
                    .filter(name -> name.startsWith(names))
                    .<BeanDefinitionReference<?>>map(
                            name -> (BeanDefinitionReference<?>) InstantiationUtils.instantiate(name, loader))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Finds resources only beside this class: to look through a jar takes its time. */
    private static final class OwnResources extends ClassLoader {
        // Not by the class's code source: with a start-up cache, that is where the program lay when it was packaged.
        private static final String THIS = Definitions.class.getName().replace('.', '/') + ".class";

        OwnResources(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            String place = getParent().getResource(THIS).toString().replace(THIS, "");
            return Collections.enumeration(Collections.list(getParent().getResources(name)).stream()
                    .filter(url -> url.toString().startsWith(place))
                    .toList());
        }
    }
}
