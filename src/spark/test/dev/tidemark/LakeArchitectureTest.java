package dev.tidemark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tidemark.spark.Lake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the packages of a lake, and those to the others. */
class LakeArchitectureTest {
    private static JavaClasses tidemark;
    private static JavaClasses lake;

    @BeforeAll
    static void read() {
        tidemark = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages("dev.tidemark");
        lake = tidemark.that(resideInAPackage("dev.tidemark.spark.."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spark.lake       | run run.state source table failure
            spark.load       | spark.lake star star.load star.change star.rows mysql run run.state source target config \
                               table failure
            spark.validation | spark.load spark.lake validation comparison star star.rows star.change mysql run.state \
                               source table failure
            spark.status     | spark.lake status star run.state source table
            spark            | spark.. cli cli.exit cli.log cli.option cli.output.. cli.terminal cli.text comparison \
                               validation star star.load status mysql run target config failure
            """)
    void packagesKnowOnlyThoseBelowThem(String name, String below) {
        ArchitectureTest.requireArrows(tidemark, name, below);
    }

    @Test
    void noTwoPackagesDependOnEachOther() {
        slices().matching("dev.tidemark.(**)").should().beFreeOfCycles().check(tidemark);
    }

    @Test
    void nobodyElseKnowsOfLakesOrOfSpark() {
        noClasses().that().resideOutsideOfPackage("dev.tidemark.spark..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "dev.tidemark.spark..", "org.apache.spark..", "org.apache.hadoop..", "org.apache.parquet..")
                .check(tidemark);
    }

    @Test
    void filesAreForTheFolderOfTheLakeAlone() {
        noClasses().that(not(resideInAPackage("dev.tidemark.spark.lake")))
                .should().dependOnClassesThat().resideInAnyPackage("org.apache.hadoop..", "org.apache.parquet..")
                .check(lake);
    }

    @Test
    void theDatabaseIsForItsAdapterAlone() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(
                        "org.mybatis..", "org.apache.ibatis..", "java.sql..", "com.mysql..", "com.zaxxer..")
                .check(lake);
    }

    @Test
    void onlyMainEndsTheProcess() {
        noClasses().that().areNotAssignableTo(Lake.class).should().callMethod(System.class, "exit", int.class)
                .check(lake);
    }

    @Test
    void nobodyPrints() {
        noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err").check(lake);
    }

    @ParameterizedTest
    @ValueSource(classes = {java.time.LocalDateTime.class, java.time.Instant.class, java.time.LocalDate.class})
    void nobodyAsksForTheTimeButByAClock(Class<?> type) {
        noClasses().should().callMethod(type, "now").check(lake);
    }
}
