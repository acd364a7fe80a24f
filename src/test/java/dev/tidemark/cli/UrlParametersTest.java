package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.StarContent;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URL comes from somewhere else, with parameters that served there: none of them changes what is read. */
class UrlParametersTest {
    @AutoClose
    private static final SakilaSchema SAKILA = SakilaSchema.small();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "serverTimezone=Asia/Tokyo&useSSL=false", "sessionVariables=time_zone='%2B09:00'",
        "connectionTimeZone=Asia/Tokyo&forceConnectionTimeZoneToSession=true&yearIsDateType=true&tinyInt1isBit=true",
        "useCursorFetch=true&defaultFetchSize=100", "useServerPrepStmts=true&cachePrepStmts=true",
        "zeroDateTimeBehavior=CONVERT_TO_NULL&characterEncoding=latin1", "databaseTerm=SCHEMA&autoReconnect=true"
    })
    void theyDoNotChangeTheStar(String parameters) {
        WarehouseFile warehouse = LoadedWarehouse.copyTo(folder);
        Map<String, List<String>> expected = StarContent.byNaturalKeys(warehouse);
        TidemarkCli tidemark = TidemarkCli.of(SAKILA, warehouse.path())
                .with("TIDEMARK_SOURCE_URL", SAKILA.url() + "?" + parameters);
        tidemark.succeed("full-load");
        assertEquals(expected, StarContent.byNaturalKeys(warehouse));
    }
}
