package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.Replication;
import dev.tidemark.support.StarContent;
import dev.tidemark.support.WithUnchangedSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL comes from somewhere else, with parameters that served there: none of them changes what is read. */
class UrlParametersTest extends WithUnchangedSource {
    @ParameterizedTest
    @ValueSource(strings = {
        "serverTimezone=Asia/Tokyo&useSSL=false", "sessionVariables=time_zone='%2B09:00'",
        "connectionTimeZone=Asia/Tokyo&forceConnectionTimeZoneToSession=true&yearIsDateType=true&tinyInt1isBit=true",
        "useCursorFetch=true&defaultFetchSize=100", "useServerPrepStmts=true&cachePrepStmts=true",
        "zeroDateTimeBehavior=CONVERT_TO_NULL&characterEncoding=latin1", "databaseTerm=SCHEMA&autoReconnect=true",
        "maxRows=7"
    })
    void theyDoNotChangeTheStar(String parameters) {
        Map<String, List<String>> expected = StarContent.byNaturalKeys(warehouse);
        tidemark.with("TIDEMARK_SOURCE_URL", sakila.url() + "?" + parameters).succeed("full-load");
        assertEquals(expected, StarContent.byNaturalKeys(warehouse));
    }

    @ParameterizedTest
    @ValueSource(strings = {"characterSetResults=latin1", "characterEncoding=latin1"})
    void theyDoNotChangeTexts(String parameters) {
        try (Replication replication = Replication.small()) {
            replication.source().execute("UPDATE city SET city = 'Łódź 東京 🎬'");
            replication.tidemark().with("TIDEMARK_SOURCE_URL", replication.source().url() + "?" + parameters)
                    .succeedAll("init", "full-load", "validate");
            assertEquals(
                    List.of("Łódź 東京 🎬"),
                    replication.warehouse().rows("SELECT DISTINCT city FROM dim_customer"));
        }
    }
}
