package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Whatever the reference can do of an API that has a {@code reference.json}, in each of its
 * versions, this server can do.
 */
class ReferenceActionsTest {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceActionsTest.class);

  /**
   * What the reference has.
   *
   * @param versions the actions of each API version
   * @param pending actions that are not served yet
   */
  private record Reference(Map<String, List<String>> versions, Set<String> pending) {}

  private static Reference reference(String service) {
    return Contract.MAPPER.readValue(
        Contract.folder(service).resolve("reference.json").toFile(), Reference.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iai", "ivld"})
  void every_action_of_the_reference_is_served_in_its_versions_unless_it_is_pending(
      String service) {
    Reference reference = reference(service);
    reference
        .versions()
        .forEach(
            (version, actions) -> {
              Set<String> expected = new TreeSet<>(actions);
              Set<String> served = served(service, version);
              expected.removeIf(
                  action -> reference.pending().contains(action) && !served.contains(action));
              assertThat(served).as(version).containsAll(expected);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"iai", "ivld"})
  void no_action_is_served_that_the_reference_does_not_have(String service) {
    Reference reference = reference(service);
    reference
        .versions()
        .forEach(
            (version, actions) ->
                assertThat(actions).as(version).containsAll(served(service, version)));
  }

  private static Set<String> served(String service, String version) {
    return CodeShapes.actions(service).stream()
        .filter(action -> action.api().versions().contains(version))
        .map(action -> action.name())
        .collect(Collectors.toSet());
  }

  /** Needs the reference documents, which are not part of the project. */
  @ParameterizedTest
  @ValueSource(strings = {"iai", "ivld"})
  void the_list_is_that_of_the_reference_documents(String service) {
    Reference reference = reference(service);
    Path file = Contract.sharedFolder().resolve("reference").resolve("actions.json");
    if (!Files.exists(file)) {
      LOG.warn("NOT TESTED: the list of the reference's actions, because there is no {}", file);
    }
    assumeThat(file).exists();
    JsonNode documents = Contract.MAPPER.readTree(file.toFile());
    Set<String> listed = new TreeSet<>();
    reference
        .versions()
        .forEach(
            (version, actions) -> actions.forEach(action -> listed.add(version + " " + action)));
    Set<String> documented = new TreeSet<>();
    for (String part : List.of("actions", "removedActions")) {
      for (JsonNode action : documents.get(part)) {
        if (action.get("service").asString().equals(service)) {
          documented.add(action.get("version").asString() + " " + action.get("action").asString());
        }
      }
    }
    if (service.equals("iai")) {
      for (JsonNode action : documents.at("/iai_2018_vs_2020/identical")) {
        documented.add("2018-03-01 " + action.asString());
      }
    }
    assertThat(listed).isEqualTo(documented);
  }
}
