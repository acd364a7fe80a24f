package dev.tidemark.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar for {@code spark-submit} brings what Spark lacks, and nothing that Spark brings. */
class LakeJarIT {
    private static final Path JAR = Path.of("target/tidemark-spark.jar");
    private static final long MOST_BYTES = 20_000_000;

    private static List<String> names;

    @BeforeAll
    static void list() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            names = jar.stream().map(entry -> entry.getName()).toList();
        }
    }

    @Test
    void itHasTheProgramAndTheDriverOfMySql() {
        Stream.of("dev/tidemark/spark/Lake.class", "com/mysql/cj/jdbc/Driver.class", "META-INF/services/java.sql.Driver")
                .forEach(name -> assertTrue(names.contains(name), name));
    }

    @Test
    void itHasNoClassThatSparkBrings() {
        requireNone(
                "org/apache/spark/",
                "org/apache/hadoop/",
                "org/apache/parquet/",
                "org/apache/logging/",
                "org/apache/log4j/",
                "scala/",
                "org/slf4j/",
                "ch/qos/logback/",
                "com/fasterxml/jackson/",
                "tools/jackson/",
                "com/zaxxer/hikari/",
                "org/yaml/snakeyaml/",
                "io/netty/");
    }

    @Test
    void itHasNoTestCode() {
        requireNone("org/junit/", "org/duckdb/", "ch/vorburger/", "dev/tidemark/support/", "dev/tidemark/exactness/");
        assertEquals(
                List.of(),
                names.stream().filter(name -> name.matches("dev/tidemark/.*(Test|IT)(\\$.*)?\\.class")).toList());
    }

    @Test
    void itIsNotLarge() throws IOException {
        assertTrue(Files.size(JAR) < MOST_BYTES, () -> JAR.toFile().length() + " bytes");
    }

    private static void requireNone(String... folders) {
        Stream.of(folders).forEach(folder -> assertEquals(
                List.of(), names.stream().filter(name -> name.startsWith(folder)).limit(3).toList(), folder));
    }
}
