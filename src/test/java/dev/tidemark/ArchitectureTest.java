package dev.tidemark;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tidemark.cli.terminal.Console;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between packages, and what is nobody's business but one place's. */
class ArchitectureTest {
    private static JavaClasses tidemark;

    @BeforeAll
    static void read() {
        tidemark = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.tidemark");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "nothing", textBlock = """
            failure       | nothing
            table         | failure
            text          | nothing
            comparison    | nothing
            concurrent    | failure
            source        | table failure
            target        | table failure
            sql           | table failure
            config        | failure
            copy.shape      | nothing
            copy.value      | failure
            copy.plan       | copy.shape copy.value failure
            copy.source     | copy.shape copy.value failure
            copy.target     | copy.plan copy.shape copy.value failure
            copy.planning   | copy.source copy.target copy.plan copy.shape copy.value config failure
            copy.state      | copy.target run.history target table failure
            copy.rows       | copy.state copy.source copy.plan copy.shape copy.value concurrent target table failure
            copy.load       | copy.rows copy.planning copy.state copy.source copy.target copy.plan copy.shape copy.value \
                              run run.history concurrent target table failure
            copy.validation | copy.rows copy.planning copy.state copy.source copy.target copy.plan copy.shape \
                              copy.value comparison run concurrent target table failure
            copy.status     | copy.load copy.rows copy.state copy.value status run run.history comparison target table failure
            copy.check      | copy.planning copy.state copy.source copy.target copy.plan copy.shape check \
                              config target table text failure
            copy.keys       | copy.load copy.rows copy.state copy.value target table failure
            mysql           | source sql concurrent config table failure
            mysql.target    | mysql copy.target copy.plan copy.shape copy.value sql concurrent config failure
            postgres        | copy.target copy.plan copy.shape copy.value sql concurrent config failure
            sqlite          | target sql table failure
            sqlite.source   | sqlite copy.source copy.shape copy.value sql failure
            sqlite.state    | sqlite copy.state target sql failure
            run           | target failure
            run.history   | run comparison target table failure
            run.state     | run.history source target table failure
            star          | source target table failure
            star.rows     | star run concurrent source target table failure
            star.change   | star star.rows run.state source target table failure
            star.load     | star star.rows star.change run run.history run.state concurrent source target table failure
            validation    | comparison concurrent star star.rows star.change run run.state source target table failure
            status        | star run run.history run.state comparison concurrent source target failure
            check         | star run run.history run.state source target table text failure
            keys          | star target table failure
            export        | run.state star target failure
            report        | status copy.status copy.state copy.load comparison run run.history target text
            sakila.source | table
            sakila.star   | table
            sakila.sync   | sakila.source sakila.star star table
            sakila.report | report target table text
            cli.text      | text
            cli.log       | cli.text config failure run
            cli.terminal  | cli.log cli.text run failure
            cli.exit      | cli.terminal cli.text target failure
            cli.option    | comparison config star
            cli.output.validation | cli.text text comparison copy.validation run.history star validation
            cli.output    | cli.output.validation cli.terminal cli.text text comparison report status check keys export \
                              star.load copy.. run run.history
            cli           | cli.. report keys export check comparison validation status star.. copy.. run.. mysql.. sqlite.. \
                              postgres source target config failure
            """)
    void packagesKnowOnlyThoseBelowThem(String name, String below) {
        requireArrows(tidemark, name, below);
    }

    /** Requires that the package knows, of the others in {@code classes}, only those {@code below}; null for none. */
    static void requireArrows(JavaClasses classes, String name, String below) {
        String[] allowed = Stream.concat(
                        Stream.of(name), below == null ? Stream.empty() : Arrays.stream(below.split(" +")))
                .map(ArchitectureTest::packageOf)
                .toArray(String[]::new);
        classes().that().resideInAPackage(packageOf(name))
                .should().onlyDependOnClassesThat(
                        resideOutsideOfPackage("dev.tidemark..").or(resideInAnyPackage(allowed)))
                .check(classes);
    }

    @Test
    void noTwoPackagesDependOnEachOther() {
        slices().matching("dev.tidemark.(**)").should().beFreeOfCycles().check(tidemark);
    }

    @Test
    void onlyTheStrategiesKnowSakila() {
        noClasses().that().resideOutsideOfPackage("dev.tidemark.sakila..")
                .should().dependOnClassesThat().resideInAPackage("dev.tidemark.sakila..")
                .check(tidemark);
    }

    @Test
    void onlyTheAdaptersAndWhatTheyShareKnowDatabases() {
        noClasses().that().resideOutsideOfPackages(
                        "dev.tidemark.sql", "dev.tidemark.mysql..", "dev.tidemark.postgres", "dev.tidemark.sqlite..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "org.mybatis..", "org.apache.ibatis..", "java.sql..", "com.zaxxer..")
                .check(tidemark);
    }

    @Test
    void eachDriverIsForItsAdapterAlone() {
        // The settings check the source's URL as its driver reads it.
        noClasses().that().resideOutsideOfPackages("dev.tidemark.mysql..", "dev.tidemark.config")
                .should().dependOnClassesThat().resideInAPackage("com.mysql..").check(tidemark);
        noClasses().that().resideOutsideOfPackage("dev.tidemark.sqlite..")
                .should().dependOnClassesThat().resideInAPackage("org.sqlite..").check(tidemark);
        noClasses().that().resideOutsideOfPackage("dev.tidemark.postgres")
                .should().dependOnClassesThat().resideInAPackage("org.postgresql..").check(tidemark);
    }

    @Test
    void jdbcStatementsAreForTypeHandlersAlone() {
        noClasses().that().resideOutsideOfPackage("dev.tidemark.sql")
                .should().dependOnClassesThat(equivalentTo(Statement.class)
                        .or(equivalentTo(PreparedStatement.class)))
                .check(tidemark);
    }

    @Test
    void jdbcConnectionsAreForTheDatabasesAlone() {
        noClasses().that().resideOutsideOfPackages(
                        "dev.tidemark.mysql..", "dev.tidemark.sqlite..", "dev.tidemark.postgres", "dev.tidemark.sql")
                .should().dependOnClassesThat(equivalentTo(Connection.class))
                .check(tidemark);
    }

    @Test
    void sqlTextIsForTheFewStatementsThatTheDslHasNoWordFor() {
        methods().that().areDeclaredInClassesThat(alwaysTrue())
                .and().areDeclaredInClassesThat().haveNameNotMatching(".*\\.(Snapshot|Pragma|Schema|Runtime)Mapper")
                .should().notBeAnnotatedWith(Select.class)
                .andShould().notBeAnnotatedWith(Insert.class)
                .andShould().notBeAnnotatedWith(Update.class)
                .andShould().notBeAnnotatedWith(Delete.class)
                .check(tidemark);
    }

    @Test
    void nobodyLogsAndNobodyPrints() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(tidemark);
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.slf4j..", "org.apache.ibatis.logging..")
                .check(tidemark);
        noClasses().that().areNotAssignableTo(Console.class)
                .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .check(tidemark);
    }

    @Test
    void nobodyFindsClassesAtRunTime() {
        // What Micronaut generates has a method that nobody calls.
        noClasses().that().haveNameNotMatching(".*Introspection")
                .should().callMethod(Class.class, "forName", String.class)
                .orShould().dependOnClassesThat().resideInAPackage("java.lang.reflect")
                .orShould().dependOnClassesThat(equivalentTo(ServiceLoader.class))
                .orShould().callMethod(ClassLoader.class, "loadClass", String.class)
                .check(tidemark);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses().that().areNotAssignableTo(Tidemark.class).should().callMethod(System.class, "exit", int.class)
                .check(tidemark);
    }

    @ParameterizedTest
    @ValueSource(classes = {java.util.Date.class, java.sql.Timestamp.class, java.util.Calendar.class})
    void timesAreThoseOfJavaTime(Class<?> old) {
        noClasses().should().dependOnClassesThat(equivalentTo(old)).check(tidemark);
    }

    @ParameterizedTest
    @ValueSource(classes = {java.time.LocalDateTime.class, java.time.Instant.class, java.time.LocalDate.class})
    void nobodyAsksForTheTimeButByAClock(Class<?> type) {
        noClasses().should().callMethod(type, "now").check(tidemark);
    }

    private static String packageOf(String name) {
        return "dev.tidemark." + name;
    }
}
