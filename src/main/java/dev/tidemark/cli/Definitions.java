package dev.tidemark.cli;

import io.micronaut.context.BeanDefinitionsProvider;
import io.micronaut.context.DefaultBeanDefinitionsProvider;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.core.util.NativeImageUtils;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The definitions of some parts. The framework brings a hundred of its own, which schedule, watch files and speak HTTP,
 * and to load them takes a short command a twentieth of its time.
 *
 * @param isMeant whether a definition of this name is one of them
 * @param places narrows a class loader to where they are found
 */
record Definitions(Predicate<String> isMeant, UnaryOperator<ClassLoader> places) implements BeanDefinitionsProvider {
    private static final Predicate<String> GENERATED_FOR_JSON = name -> name.contains(".$Serde");

    /** Of the application's parts. */
    static final Definitions APPLICATION = new Definitions(GENERATED_FOR_JSON.negate(), OwnResources::new);

    /** Of what writes JSON. */
    static final Definitions JSON = new Definitions(
            GENERATED_FOR_JSON.or(name -> name.startsWith("io.micronaut.serde.")), UnaryOperator.identity());

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
                    .filter(isMeant)
                    .<BeanDefinitionReference<?>>map(name -> made(name, loader))
                    .toList();
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
