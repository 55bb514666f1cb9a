package dev.mien.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.mien.server.protocol.Action;
import dev.mien.server.protocol.Served;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The map of modules and packages, held. What a row does not name, it must not use. */
final class ArchitectureTest {
  private static final String SERVER = "dev.mien.server.";
  private static final String GALLERY = "dev.mien.gallery..";
  private static final String MEDIA = "dev.mien.media..";
  private static final String VISION = "dev.mien.vision..";
  private static final String EVALUATE = "dev.mien.evaluate..";

  /** For each package of the server, the packages of Mien that it may use. */
  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("work", List.of()),
              Map.entry("fetch", List.of()),
              Map.entry("backup", List.of(GALLERY, MEDIA)),
              Map.entry("bench", List.of(GALLERY, VISION, server("control"))),
              Map.entry("config", List.of()),
              Map.entry("control", List.of(GALLERY, MEDIA, server("backup"), server("video"))),
              Map.entry("media", List.of(VISION, server("fetch"), server("work"))),
              Map.entry("video", List.of(GALLERY, MEDIA, VISION, server("fetch"), server("work"))),
              Map.entry(
                  "protocol", List.of(GALLERY, MEDIA, VISION, server("media"), server("video"))),
              Map.entry("auth", List.of(GALLERY, server("protocol"))),
              Map.entry(
                  "http",
                  List.of(GALLERY, MEDIA, server("auth"), server("protocol"), server("work"))),
              Map.entry("enrol", List.of(GALLERY, VISION)),
              Map.entry(
                  "iai",
                  List.of(
                      GALLERY,
                      MEDIA,
                      VISION,
                      server("enrol"),
                      server("protocol"),
                      server("media"))),
              Map.entry(
                  "ivld",
                  List.of(
                      GALLERY,
                      MEDIA,
                      VISION,
                      server("enrol"),
                      server("protocol"),
                      server("media"))),
              Map.entry(
                  "legacy",
                  List.of(
                      GALLERY,
                      VISION,
                      server("auth"),
                      server("enrol"),
                      server("http"),
                      server("media"),
                      server("protocol"),
                      server("work"))),
              Map.entry("vod", List.of(MEDIA, VISION, server("protocol"), server("video"))),
              Map.entry(
                  "assembly",
                  List.of(
                      GALLERY,
                      MEDIA,
                      VISION,
                      server("auth"),
                      server("backup"),
                      server("config"),
                      server("control"),
                      server("fetch"),
                      server("http"),
                      server("ivld"),
                      server("legacy"),
                      server("media"),
                      server("protocol"),
                      server("video"),
                      server("work"))),
              Map.entry(
                  "cli",
                  List.of(
                      GALLERY,
                      MEDIA,
                      EVALUATE,
                      VISION,
                      server("assembly"),
                      server("backup"),
                      server("bench"),
                      server("config"),
                      server("control"),
                      server("video")))));

  private static JavaClasses all;

  @BeforeAll
  static void read() {
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.mien");
    Assertions.assertThat(all.contain("dev.mien.gallery.Gallery")).isTrue();
    Assertions.assertThat(all.contain("dev.mien.vision.FaceEngine")).isTrue();
    Assertions.assertThat(all.contain("dev.mien.evaluate.command.EvaluateCommand")).isTrue();
  }

  static List<String> packages() {
    return List.copyOf(MAY_USE.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyWhatTheMapGivesIt(String name) {
    List<String> permitted = new ArrayList<>(MAY_USE.get(name));
    permitted.add(server(name));
    classes()
        .that()
        .resideInAPackage(server(name))
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("dev.mien.."))
                .or(resideInAnyPackage(permitted.toArray(String[]::new))))
        .allowEmptyShould(true)
        .check(all);
  }

  @Test
  void everyPackageOfTheServerIsOnTheMap() {
    List<String> unknown =
        all.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(SERVER))
            .map(name -> name.substring(SERVER.length()).split("\\.", -1)[0])
            .filter(name -> !MAY_USE.containsKey(name))
            .distinct()
            .toList();
    Assertions.assertThat(unknown).isEmpty();
  }

  @Test
  void modulesDependInOneDirection() {
    noClasses()
        .that()
        .resideInAPackage(GALLERY)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            MEDIA,
            VISION,
            EVALUATE,
            SERVER + ".",
            "org.eclipse.jetty..",
            "tools.jackson..",
            "java.awt..",
            "javax.imageio..")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage(VISION)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            GALLERY, MEDIA, EVALUATE, SERVER + ".", "org.eclipse.jetty..", "java.sql..")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage(EVALUATE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SERVER + ".", "org.eclipse.jetty..", "java.sql..")
        .check(all);
    noClasses()
        .that()
        .resideInAPackage(MEDIA)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            VISION, SERVER + ".", "org.eclipse.jetty..", "tools.jackson..", "javax.imageio..")
        .check(all);
  }

  @Test
  void packagesOfTheServerHaveNoCycles() {
    slices().matching(SERVER + "(*)..").should().beFreeOfCycles().check(all);
  }

  @Test
  void picturesAreReadInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.mien.vision.image")
        .and()
        .resideOutsideOfPackage("dev.mien.models..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.imageio..", "com.twelvemonkeys..")
        .check(all);
  }

  @Test
  void onlyTheCommandLineReadsTheWallClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage(server("cli"))
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callConstructor(Date.class)
        .check(all);
  }

  @Test
  void nobodyMakesUrlsByHandOrTrustsTheDefaultCharset() {
    noClasses()
        .should()
        .callConstructorWhere(target(owner(type(URL.class))))
        .orShould()
        .callMethod(Charset.class, "defaultCharset")
        .orShould()
        .callMethod(String.class, "getBytes")
        .orShould()
        .callConstructor(String.class, byte[].class)
        .check(all);
  }

  @Test
  void nobodyThrowsWhatSaysNothing() {
    noClasses()
        .should()
        .callConstructorWhere(target(owner(type(RuntimeException.class))))
        .andShould()
        .notBeAssignableTo(RuntimeException.class)
        .check(all);
  }

  @Test
  void theConsoleBelongsToCommandsAndBuildTools() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.mien.models..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethodWhere(target(name("printStackTrace")))
        .check(all);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(all);
  }

  @Test
  void everyActionCanBeFoundByTheServiceLoader() {
    List<String> served =
        ServiceLoader.load(Served.class).stream()
            .map(provider -> provider.type().getName())
            .toList();
    List<String> written =
        all.stream()
            .filter(found -> found.isAssignableTo(Action.class))
            .filter(found -> !found.isInterface())
            .filter(found -> !Modifier.isAbstract(found.reflect().getModifiers()))
            .map(JavaClass::getName)
            .toList();
    Assertions.assertThat(served).containsExactlyInAnyOrderElementsOf(written);
  }

  private static String server(String name) {
    return SERVER + name + "..";
  }
}
