package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.mien.server.legacy.LegacyCalls;
import dev.mien.server.legacy.LegacyError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contract data of the legacy API, its code and its list of errors say the same. */
class LegacyContractTest {
  private static final Logger LOG = LoggerFactory.getLogger(LegacyContractTest.class);
  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^(-?[0-9]{1,4}) \\| ");

  private final Contract contract = Contract.load(LegacyPages.SERVICE);
  private final LegacyErrorList list = LegacyErrorList.load();

  @Test
  void every_call_has_contract_data_and_no_data_is_without_call() {
    assertThat(contract.actions().keySet())
        .containsExactlyInAnyOrderElementsOf(LegacyCalls.load().names());
  }

  @Test
  void every_call_has_an_example_that_was_run() {
    assumeFalse(ApiReference.writing(), "examples are written later, when a server runs");
    assertThat(contract.actions().values())
        .as(ApiReference.HINT)
        .allSatisfy(call -> assertThat(Example.load(contract, call)).isNotNull());
  }

  @Test
  void every_code_is_promised_by_a_call_or_by_all() {
    Set<Integer> promised = new TreeSet<>(LegacyPages.COMMON_CODES);
    contract
        .actions()
        .values()
        .forEach(call -> call.errors().forEach(code -> promised.add(Integer.valueOf(code))));
    promised.add(LegacyError.NEARLY_IDENTICAL.number()); // among ret_codes
    assertThat(promised).isEqualTo(catalogue());
  }

  @Test
  void every_code_of_the_catalogue_is_proven() {
    assertThat(list.proven()).isEqualTo(catalogue());
  }

  @Test
  void the_tests_that_are_named_exist_and_speak_of_their_codes() throws IOException {
    for (LegacyErrorList.Tested tested : list.tests()) {
      Path source =
          Contract.moduleFolder()
              .resolve("src/test/java/" + tested.test().replace('.', '/') + ".java");
      String text = Files.readString(source);
      int start = text.indexOf("  void " + tested.method() + "(");
      assertThat(start).as("%s %s", tested.test(), tested.method()).isPositive();
      // An annotation before the method may name what it is about.
      int from = text.lastIndexOf("\n\n", start);
      String method = text.substring(from, text.indexOf("\n  }\n", start));
      assertThat(method)
          .as("%s in %s", tested.code(), tested.method())
          .containsPattern("(?<![0-9-])" + tested.code() + "(?![0-9])");
    }
  }

  /** Needs the reference documents, which are not part of the project. */
  @Test
  void every_code_of_the_reference_is_proven_or_said_never_to_be_answered() throws IOException {
    Path reference = Contract.sharedFolder().resolve("reference").resolve("legacy-face-api.txt");
    if (!Files.exists(reference)) {
      LOG.warn("NOT TESTED: the codes of the reference, because there is no {}", reference);
    }
    assumeThat(reference).exists();
    Set<Integer> documented = new TreeSet<>();
    Matcher row = DOCUMENTED.matcher(Files.readString(reference));
    while (row.find()) {
      documented.add(Integer.valueOf(row.group(1)));
    }
    Set<Integer> known = new TreeSet<>(list.proven());
    known.addAll(list.neverAnswered());
    assertThat(known).isEqualTo(documented);
    assertThat(list.proven()).doesNotContainAnyElementsOf(list.neverAnswered());
    assertThat(list.never())
        .allSatisfy(never -> assertThat(never.reason()).endsWith(".").hasSizeGreaterThan(30));
  }

  private static Set<Integer> catalogue() {
    return Arrays.stream(LegacyError.values())
        .map(LegacyError::number)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
