package dev.mien.server.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one API promises, as data: {@code src/test/resources/contract/SERVICE} has {@code api.json},
 * {@code types.json}, one file an action in {@code actions}, and in {@code examples} what was
 * answered to each action's example.
 *
 * @param service short name of the API
 * @param title its name for readers
 * @param versions all its versions, the newest first
 * @param actions by name
 * @param types by name
 */
record Contract(
    String service,
    String title,
    List<String> versions,
    Map<String, ContractAction> actions,
    Map<String, ContractType> types) {

  /** All APIs that have contract data. */
  static final List<String> SERVICES = List.of("iai", "ivld", "vod");

  /** Set to the name of an API, its contract alone is tried on a server: for who is building it. */
  private static final String ONLY_PROPERTY = "mien.contract.only";

  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private record Api(String service, String title, List<String> versions) {}

  /** What is tried on a running server. */
  static Stream<Contract> tried() {
    String only = System.getProperty(ONLY_PROPERTY, "");
    return SERVICES.stream()
        .filter(service -> only.isEmpty() || only.equals(service))
        .map(Contract::load);
  }

  /** Reads the data of an API. */
  static Contract load(String service) {
    Path folder = folder(service);
    Api api = MAPPER.readValue(folder.resolve("api.json").toFile(), Api.class);
    Map<String, ContractAction> actions = new TreeMap<>();
    for (Path file : jsonFiles(folder.resolve("actions"))) {
      ContractAction action = MAPPER.readValue(file.toFile(), ContractAction.class);
      if (!file.getFileName().toString().equals(action.name() + ".json")) {
        throw new IllegalStateException(file + " describes " + action.name());
      }
      actions.put(action.name(), action);
    }
    Map<String, ContractType> types = new TreeMap<>();
    Arrays.stream(MAPPER.readValue(folder.resolve("types.json").toFile(), ContractType[].class))
        .forEach(type -> types.put(type.name(), type));
    return new Contract(api.service(), api.title(), api.versions(), actions, types);
  }

  ContractAction action(String name) {
    return actions.get(name);
  }

  /** The fields of a data type. */
  List<Field> fields(String type) {
    ContractType found = types.get(type);
    if (found == null) {
      throw new IllegalStateException("There is no data type " + type);
    }
    return found.fields();
  }

  /** Where the data of an API lies. */
  static Path folder(String service) {
    return moduleFolder().resolve(Path.of("src", "test", "resources", "contract", service));
  }

  /** The folder of this Maven module. */
  static Path moduleFolder() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  }

  /** Where the reference documents are on machines that have them: beside the repository. */
  static Path sharedFolder() {
    String configured = System.getProperty("mien.shared");
    return configured == null
        ? moduleFolder().resolve("../../shared").normalize()
        : Path.of(configured);
  }

  private static List<Path> jsonFiles(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
