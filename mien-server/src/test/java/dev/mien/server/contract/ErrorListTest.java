package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Every error code is proven, or it stands in the list of those that are never answered. */
class ErrorListTest {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorListTest.class);

  @SuppressWarnings("unused") // the source of tests here
  private static final List<String> SERVICES = Contract.SERVICES;

  /** Where the errors that all APIs share are proven. */
  private static final String FIRST = "iai";

  @ParameterizedTest
  @FieldSource("SERVICES")
  void every_code_of_the_catalogues_is_proven_or_said_never_to_be_answered(String service) {
    assertThat(known(service)).containsAll(catalogue(service));
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void what_is_proven_is_in_the_catalogues(String service) {
    assertThat(catalogue(service)).containsAll(ErrorList.load(service).reachable(service));
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void no_code_is_both_proven_and_never_answered(String service) {
    ErrorList list = ErrorList.load(service);
    assertThat(list.reachable(service)).doesNotContainAnyElementsOf(list.unreachable());
    assertThat(list.never())
        .allSatisfy(entry -> assertThat(entry.reason()).endsWith(".").hasSizeGreaterThan(30));
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void the_tests_that_are_named_exist_and_speak_of_their_codes(String service) throws IOException {
    ErrorList list = ErrorList.load(service);
    for (ErrorList.Tested tested : list.tests()) {
      assertSpeaksOf(tested.test(), names(service, tested.code()));
    }
    for (ErrorList.Rule rule : list.rules()) {
      assertSpeaksOf(rule.test(), List.of(rule.rule()));
    }
  }

  private static List<String> names(String service, String code) {
    return Stream.concat(
            Stream.of(code),
            Stream.concat(Arrays.stream(CommonError.values()), CodeShapes.errors(service).stream())
                .filter(error -> error.code().equals(code))
                .map(error -> ((Enum<?>) error).name()))
        .toList();
  }

  private static void assertSpeaksOf(String test, List<String> names) throws IOException {
    String path = "src/test/java/" + test.replace('.', '/') + ".java";
    Path here = Contract.moduleFolder().resolve(path);
    Path there = Contract.moduleFolder().resolveSibling("mien-gallery").resolve(path);
    String source = Files.readString(Files.exists(here) ? here : there);
    assertThat(names).as(test).anyMatch(source::contains);
  }

  /** Needs the reference documents, which are not part of the project. */
  @Test
  void every_code_of_the_reference_is_proven_or_said_never_to_be_answered() {
    Path file = Contract.sharedFolder().resolve("reference").resolve("errorcodes.json");
    if (!Files.exists(file)) {
      LOG.warn("NOT TESTED: the codes of the reference, because there is no {}", file);
    }
    assumeThat(file).exists();
    JsonNode codes = Contract.MAPPER.readTree(file.toFile());
    for (String service : SERVICES) {
      for (String version : Contract.load(service).versions()) {
        String key = service + "/v" + version.replace("-", "");
        assertThat(known(service)).as(key).containsAll(codes.get(key).propertyNames());
      }
    }
  }

  /** What is proven or never answered by an API, and of what all APIs share by the first. */
  private static Set<String> known(String service) {
    ErrorList list = ErrorList.load(service);
    Set<String> known = new TreeSet<>(list.reachable(service));
    known.addAll(list.unreachable());
    ErrorList first = ErrorList.load(FIRST);
    Set<String> shared = new TreeSet<>(first.reachable(FIRST));
    shared.addAll(first.unreachable());
    Set<String> common =
        Arrays.stream(CommonError.values()).map(ErrorCode::code).collect(Collectors.toSet());
    shared.stream().filter(common::contains).forEach(known::add);
    return known;
  }

  private static Set<String> catalogue(String service) {
    return Stream.concat(Arrays.stream(CommonError.values()), CodeShapes.errors(service).stream())
        .map(ErrorCode::code)
        .collect(Collectors.toSet());
  }
}
