package dev.tidemark.cli;

import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.env.PropertySourceLoader;
import io.micronaut.core.convert.TypeConverterRegistrar;
import io.micronaut.core.io.service.SoftServiceLoader.Optimizations;
import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.annotation.AnnotationConvertersRegistrar;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the framework would look for in all jars when it starts, and finds of no use: nothing here adds to it but parts,
 * settings come from elsewhere, and the converters of its modules are for dates and HTTP.
 */
final class KnownServices {
    private KnownServices() {}

    /** Tells the framework; to be called once in a process, before anything of it is used. */
    static void tell() {
        StaticOptimizations.set(new Optimizations(Map.of(
                ApplicationContextConfigurer.class.getName(), none(),
                BeanConfiguration.class.getName(), none(),
                PropertySourceLoader.class.getName(), none(),
                TypeConverterRegistrar.class.getName(), annotationConverters())));
    }

    private static <S> StaticServiceLoader<S> none() {
        return condition -> Stream.empty();
    }

    // JSON is described by annotations.
    private static StaticServiceLoader<TypeConverterRegistrar> annotationConverters() {
        String name = AnnotationConvertersRegistrar.class.getName();
        StaticDefinition<TypeConverterRegistrar> only = StaticDefinition.of(name, AnnotationConvertersRegistrar::new);
        return condition -> Stream.of(only).filter(definition -> condition.test(name));
    }
}
