package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every parameter of an API has a test of what it changes: {@code effects.json} of the contract.
 */
class EffectListTest {

  /**
   * Where effects are tested.
   *
   * @param tested the class that tests the effect of a parameter, by the parameter's name
   * @param pending parameters whose effect is not tested yet
   */
  private record Effects(Map<String, String> tested, Set<String> pending) {}

  /** Those that have such a list. */
  @SuppressWarnings("unused") // the source of every test here
  private static final List<String> SERVICES =
      Contract.SERVICES.stream().filter(service -> Files.exists(file(service))).toList();

  private static Path file(String service) {
    return Contract.folder(service).resolve("effects.json");
  }

  private static Effects effects(String service) {
    return Contract.MAPPER.readValue(file(service).toFile(), Effects.class);
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void every_parameter_is_tested_or_pending(String service) {
    Effects effects = effects(service);
    Set<String> known = new TreeSet<>(effects.tested().keySet());
    known.addAll(effects.pending());
    for (ContractAction action : Contract.load(service).actions().values()) {
      assertThat(known)
          .as(action.name())
          .containsAll(action.request().stream().map(Field::name).toList());
    }
    assertThat(effects.pending()).doesNotContainAnyElementsOf(effects.tested().keySet());
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void the_tests_that_are_named_set_their_parameters(String service) throws IOException {
    for (Map.Entry<String, String> effect : effects(service).tested().entrySet()) {
      Path source =
          Contract.moduleFolder()
              .resolve("src/test/java/" + effect.getValue().replace('.', '/') + ".java");
      assertThat(Files.readString(source))
          .as(effect.getValue())
          .containsPattern("['\"](%1$s)\\\\?['\"]|set%1$s\\(|, %1$s\"".formatted(effect.getKey()));
    }
  }
}
