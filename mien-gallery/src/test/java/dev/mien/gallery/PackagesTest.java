package dev.mien.gallery;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** The map of this module: which package may know which. */
class PackagesTest {
  private static final String ROOT = "dev.mien.gallery";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void packages_do_not_depend_on_each_other_in_circles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void scores_and_the_index_know_no_galleries() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".score..", ROOT + ".index..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT, ROOT + ".store..", ROOT + ".account..")
        .check(classes);
  }

  @Test
  void rules_know_no_store_that_keeps_them() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(ROOT, ROOT + ".account..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".store..", "java.sql..", "org.sqlite..")
        .check(classes);
  }

  @Test
  void nothing_here_knows_of_http_json_or_images() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.net..",
            "java.awt..",
            "javax.imageio..",
            "tools.jackson..",
            "org.eclipse.jetty..",
            "dev.mien.server..",
            "dev.mien.vision..")
        .check(classes);
  }
}
