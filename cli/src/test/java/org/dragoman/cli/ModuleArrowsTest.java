package org.dragoman.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know whom. */
class ModuleArrowsTest {
    private static JavaClasses dragoman;

    @BeforeAll
    static void readClasses() {
        dragoman = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar")) // what the modules' tests share
                .importPackages("org.dragoman");
    }

    @ParameterizedTest
    @CsvSource({
        "pipeline, ''",
        "corpora, pipeline",
        "eval, pipeline corpora",
        "annotators, pipeline corpora eval",
        "nmt, pipeline corpora eval",
        "cli, pipeline corpora eval annotators nmt"
    })
    void aModuleKnowsOnlyThoseBelowIt(String module, String below) {
        var allowed = (module + " " + below).strip().split(" ");
        for (var i = 0; i < allowed.length; i++) {
            allowed[i] = "org.dragoman." + allowed[i] + "..";
        }
        classes()
                .that(resideInAPackage("org.dragoman." + module + ".."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideOutsideOfPackages("org.dragoman..")))
                .check(dragoman);
    }

    @Test
    void onlyTensorKnowsTheNativeLibrary() {
        noClasses()
                .that(resideOutsideOfPackages("org.dragoman.nmt.tensor.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl..", "com.sun.jna..")
                .check(dragoman);
    }

    @Test
    void onlyAnnotatorsKnowOpenNlpAndLucene() {
        noClasses()
                .that(resideOutsideOfPackages("org.dragoman.annotators.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("opennlp..", "org.apache.lucene..")
                .check(dragoman);
    }

    @Test
    void evaluationWorksOnPlainValuesButWhereItRunsAPipeline() {
        noClasses()
                .that(resideInAPackage("org.dragoman.eval.."))
                .and(resideOutsideOfPackages("org.dragoman.eval.annotation"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dragoman.pipeline")
                .check(dragoman);
    }

    @Test
    void onlyPicturesKnowHowChartsAreDrawn() {
        noClasses()
                .that(resideOutsideOfPackages("org.dragoman.eval.picture.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.knowm..", "de.erichseifert..", "com.github.weisj..", "java.awt..")
                .check(dragoman);
    }

    @Test
    void onlyDocumentsKnowMarkdownAndOnlyTheCommandLinePicocli() {
        noClasses()
                .that(resideOutsideOfPackages("org.dragoman.nmt.documents.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.commonmark..")
                .check(dragoman);
        noClasses()
                .that(resideOutsideOfPackages("org.dragoman.cli.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "me.tongfei..")
                .check(dragoman);
    }

    @Test
    void packagesOfNmtHaveNoCycles() {
        slices().matching("org.dragoman.nmt.(*)..").should().beFreeOfCycles().check(dragoman);
    }
}
