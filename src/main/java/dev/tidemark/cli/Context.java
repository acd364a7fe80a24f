package dev.tidemark.cli;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanResolutionTraceConfiguration;
import io.micronaut.context.BeanResolutionTraceMode;
import io.micronaut.core.util.NativeImageUtils;
import java.util.Map;
import java.util.Set;

/** The framework's contexts, started with as little as the parts in them need. */
final class Context {
    static {
        // What a native executable finds was settled when it was built.
        if (!NativeImageUtils.inImageCode()) {
            KnownServices.tell();
        }
    }

    private Context() {}

    /** A started context of these definitions and singletons; the caller closes it. */
    static ApplicationContext of(Definitions definitions, Map<String, Object> properties, Object... singletons) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                // Nothing is eager, and the thread that would look for it fails where a command ends at once.
                .eagerBeansEnabled(false)
                .banner(false)
                // Nobody listens to events or reads traces of how parts are found, and no file imports another.
                .eventsEnabled(false)
                .beanDefinitionsProvider(definitions)
                .configImport(false)
                .beanResolutionTrace(new BeanResolutionTraceConfiguration(BeanResolutionTraceMode.NONE, Set.of(), null))
                .properties(properties)
                .singletons(singletons)
                .start();
    }
}
