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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Every error code is proven, or it stands in the list of those that are never answered. */
class ErrorListTest {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorListTest.class);

  private final ErrorList list = ErrorList.load();

  @Test
  void every_code_of_the_catalogues_is_proven_or_said_never_to_be_answered() {
    Set<String> known = new TreeSet<>(list.reachable());
    known.addAll(list.unreachable());
    assertThat(known).containsAll(catalogue());
  }

  @Test
  void what_is_proven_is_in_the_catalogues() {
    assertThat(catalogue()).containsAll(list.reachable());
  }

  @Test
  void no_code_is_both_proven_and_never_answered() {
    assertThat(list.reachable()).doesNotContainAnyElementsOf(list.unreachable());
    assertThat(list.never())
        .allSatisfy(entry -> assertThat(entry.reason()).endsWith(".").hasSizeGreaterThan(30));
  }

  @Test
  void the_tests_that_are_named_exist_and_speak_of_their_codes() throws IOException {
    for (ErrorList.Tested tested : list.tests()) {
      assertSpeaksOf(tested.test(), names(tested.code()));
    }
    for (ErrorList.Rule rule : list.rules()) {
      assertSpeaksOf(rule.test(), List.of(rule.rule()));
    }
  }

  private static List<String> names(String code) {
    return Stream.concat(
            Stream.of(code),
            Stream.concat(Arrays.stream(CommonError.values()), CodeShapes.errors("iai").stream())
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
    Set<String> known = new TreeSet<>(list.reachable());
    known.addAll(list.unreachable());
    assertThat(known).containsAll(codes.get("iai/v20200303").propertyNames());
    assertThat(known).containsAll(codes.get("iai/v20180301").propertyNames());
  }

  private static Set<String> catalogue() {
    return Stream.concat(Arrays.stream(CommonError.values()), CodeShapes.errors("iai").stream())
        .map(ErrorCode::code)
        .collect(Collectors.toSet());
  }
}
