package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every parameter of IAI has a test of what it changes: {@code effects.json} of the contract. */
class EffectListTest {

  /**
   * Where effects are tested.
   *
   * @param tested the class that tests the effect of a parameter, by the parameter's name
   * @param pending parameters whose effect is not tested yet
   */
  private record Effects(Map<String, String> tested, Set<String> pending) {}

  private final Effects effects =
      Contract.MAPPER.readValue(
          Contract.folder("iai").resolve("effects.json").toFile(), Effects.class);

  @Test
  void every_parameter_is_tested_or_pending() {
    Set<String> known = new TreeSet<>(effects.tested().keySet());
    known.addAll(effects.pending());
    for (ContractAction action : Contract.load("iai").actions().values()) {
      assertThat(known)
          .as(action.name())
          .containsAll(action.request().stream().map(Field::name).toList());
    }
    assertThat(effects.pending()).doesNotContainAnyElementsOf(effects.tested().keySet());
  }

  @Test
  void the_tests_that_are_named_set_their_parameters() throws IOException {
    for (Map.Entry<String, String> effect : effects.tested().entrySet()) {
      Path source =
          Contract.moduleFolder()
              .resolve("src/test/java/" + effect.getValue().replace('.', '/') + ".java");
      assertThat(Files.readString(source))
          .as(effect.getValue())
          .containsPattern("['\"](%1$s)\\\\?['\"]|set%1$s\\(|, %1$s\"".formatted(effect.getKey()));
    }
  }
}
