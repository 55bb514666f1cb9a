package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.server.protocol.Action;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The contract data and the code say the same: no action, parameter, field or type of one alone.
 */
class ContractDataTest {
  @SuppressWarnings("unused") // the source of every test here
  private static final List<String> SERVICES = Contract.SERVICES;

  @ParameterizedTest
  @FieldSource("SERVICES")
  void every_action_has_contract_data_and_no_data_is_without_action(String service) {
    Contract contract = Contract.load(service);
    Map<String, Set<String>> served = new TreeMap<>();
    CodeShapes.actions(service)
        .forEach(action -> served.put(action.name(), Set.copyOf(action.api().versions())));
    Map<String, Set<String>> promised = new TreeMap<>();
    contract
        .actions()
        .values()
        .forEach(
            action ->
                promised.put(
                    action.name(),
                    Set.copyOf(contract.versions().stream().filter(action::isIn).toList())));
    assertThat(served)
        .as("actions and versions of the code and of src/test/resources/contract/" + service)
        .isEqualTo(promised);
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void parameters_have_the_names_types_and_duties_of_the_request_records(String service) {
    Contract contract = Contract.load(service);
    for (Action<?, ?> action : CodeShapes.actions(service)) {
      assertThat(signatures(CodeShapes.shapes(action.requestType())))
          .as("request of " + action.name())
          .containsExactlyInAnyOrderElementsOf(
              requestSignatures(contract.action(action.name()).request()));
    }
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void response_fields_have_the_names_and_types_of_the_response_records(String service) {
    Contract contract = Contract.load(service);
    for (Action<?, ?> action : CodeShapes.actions(service)) {
      assertThat(
              differences(
                  CodeShapes.shapes(CodeShapes.responseType(action)),
                  contract.action(action.name()).response()))
          .as("response of " + action.name())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void data_types_are_those_that_the_records_contain(String service) {
    Contract contract = Contract.load(service);
    Map<String, Class<?>> sent = new TreeMap<>();
    Map<String, Class<?>> answered = new TreeMap<>();
    for (Action<?, ?> action : CodeShapes.actions(service)) {
      sent.putAll(CodeShapes.contained(action.requestType()));
      answered.putAll(CodeShapes.contained(CodeShapes.responseType(action)));
    }
    Set<String> all = new TreeSet<>(sent.keySet());
    all.addAll(answered.keySet());
    assertThat(contract.types().keySet()).containsExactlyInAnyOrderElementsOf(all);
    sent.forEach(
        (name, type) ->
            assertThat(signatures(CodeShapes.shapes(type)))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(requestSignatures(contract.fields(name))));
    answered.forEach(
        (name, type) ->
            assertThat(differences(CodeShapes.shapes(type), contract.fields(name)))
                .as(name)
                .isEmpty());
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void error_codes_of_actions_and_limits_are_in_the_catalogue(String service) {
    Set<String> catalogue = new HashSet<>();
    CodeShapes.errors(service).forEach(error -> catalogue.add(error.code()));
    for (ContractAction action : Contract.load(service).actions().values()) {
      assertThat(catalogue).as("errors of " + action.name()).containsAll(action.errors());
      assertThat(action.errors())
          .as("codes at the limits of " + action.name() + " are among its errors")
          .containsAll(
              codesOfLimits(action.request()).stream().filter(code -> !isCommon(code)).toList());
    }
  }

  private static Set<String> codesOfLimits(List<Field> fields) {
    Set<String> codes = new TreeSet<>();
    for (Field field : fields) {
      for (Limit limit : field.limits()) {
        Stream.of(limit.below(), limit.beyond(), limit.otherwise())
            .filter(code -> code != null)
            .forEach(codes::add);
        limit.within().stream().filter(code -> !code.equals("OK")).forEach(codes::add);
      }
    }
    return codes;
  }

  private static boolean isCommon(String code) {
    return Arrays.stream(CommonError.values()).map(ErrorCode::code).anyMatch(code::equals);
  }

  private static List<String> signatures(List<CodeShapes.Shape> shapes) {
    return shapes.stream()
        .map(
            shape ->
                shape.name()
                    + " "
                    + shape.type().getFirst()
                    + (shape.optional() ? "" : " required"))
        .toList();
  }

  private static List<String> requestSignatures(List<Field> fields) {
    return fields.stream()
        .map(
            field ->
                field.name() + " " + field.type().text() + (field.required() ? " required" : ""))
        .toList();
  }

  /** Where a response record differs from the fields. */
  private static List<String> differences(List<CodeShapes.Shape> shapes, List<Field> fields) {
    List<String> differences = new ArrayList<>();
    Map<String, Field> missing = new TreeMap<>();
    fields.forEach(field -> missing.put(field.name(), field));
    for (CodeShapes.Shape shape : shapes) {
      Field field = missing.remove(shape.name());
      if (field == null) {
        differences.add(shape.name() + " is in the code alone");
      } else if (!shape.type().contains(field.type().text())) {
        differences.add(shape.name() + " is " + shape.type() + ", not " + field.type().text());
      } else if (shape.optional() != field.nullable()) {
        differences.add(shape.name() + " may be null in the code or the data alone");
      }
    }
    missing.keySet().forEach(name -> differences.add(name + " is in the data alone"));
    return differences;
  }
}
