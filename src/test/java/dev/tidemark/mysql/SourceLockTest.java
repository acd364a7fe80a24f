package dev.tidemark.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.config.Secret;
import dev.tidemark.config.Settings;
import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.source.Source;
import dev.tidemark.support.SakilaSchema;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A lock on the source's server is one run's at a time. */
class SourceLockTest {
    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @AutoClose
    private final SourceDatabase one = open();

    @AutoClose
    private final SourceDatabase another = open();

    @Test
    void aSecondRunIsRefusedUntilTheFirstEnds() {
        try (Source.Held _ = one.lock("lake of " + sakila.name(), Duration.ZERO)) {
            TidemarkException refused = assertThrows(
                    TidemarkException.class, () -> another.lock("lake of " + sakila.name(), Duration.ZERO));

            assertEquals(Reason.BUSY, refused.reason());
            assertTrue(refused.getMessage().contains(", and holds its lock on the source at "), refused.getMessage());
            another.lock("lake beside " + sakila.name(), Duration.ZERO).close();
        }

        another.lock("lake of " + sakila.name(), Duration.ZERO).close();
    }

    @Test
    void aRunThatDiedHoldsNothing() {
        one.lock("lake of " + sakila.name(), Duration.ZERO);
        one.close();

        another.lock("lake of " + sakila.name(), Duration.ofSeconds(5)).close();
    }

    private SourceDatabase open() {
        return new SourceDatabase(new Settings.Source(
                sakila.url(),
                sakila.server().username(),
                new Secret(sakila.server().password()),
                Duration.ofMinutes(1),
                Optional.empty()));
    }
}
