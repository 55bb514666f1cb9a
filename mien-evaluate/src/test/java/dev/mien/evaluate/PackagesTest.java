package dev.mien.evaluate;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** The map of this module: which package may know which. */
class PackagesTest {
  private static final String ROOT = "dev.mien.evaluate";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void packages_do_not_depend_on_each_other_in_circles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void statistics_know_no_pictures() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(ROOT + ".statistics..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.mien.vision..", "dev.mien.gallery..", "java.awt..")
        .check(classes);
  }

  @Test
  void one_package_draws() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".plot..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.knowm.xchart..", "java.awt..")
        .check(classes);
  }
}
