package dev.mien.server.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the API reference of the contract data, the error catalogues and the kept examples: {@code
 * docs/api} with an index, a page for errors, and for each API a page an action and one for data
 * types; the legacy API has its own ones.
 */
final class ApiReference {
  /** Set to true, the tests write the pages and the examples instead of checking them. */
  static final String WRITE_PROPERTY = "mien.docs.write";

  /** What to do about a stale page. */
  static final String HINT =
      "docs/api is stale: run mvn -pl mien-server -am verify -D" + WRITE_PROPERTY + "=true";

  private ApiReference() {}

  /** Writes the pages into the folder that is named, or into the project's. */
  public static void main(String[] arguments) throws IOException {
    write(arguments.length > 0 ? Path.of(arguments[0]) : folder());
  }

  static boolean writing() {
    return Boolean.getBoolean(WRITE_PROPERTY);
  }

  /** Where the project keeps its pages. */
  static Path folder() {
    return Contract.moduleFolder().resolveSibling("docs").resolve("api");
  }

  /** All pages: paths below the folder, and what stands there. */
  static Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    var contracts = Contract.SERVICES.stream().map(Contract::load).toList();
    pages.put("README.md", IndexPage.of(contracts));
    pages.put("errors.md", ErrorsPage.of(contracts));
    for (Contract contract : contracts) {
      String folder = contract.service() + "/";
      for (ContractAction action : contract.actions().values()) {
        pages.put(folder + action.name() + ".md", ActionPage.of(contract, action));
      }
      pages.put(folder + "types.md", TypesPage.of(contract));
    }
    pages.putAll(LegacyPages.all());
    return pages;
  }

  /** Writes all pages and removes every other one; classes of tests may end at the same time. */
  static synchronized void write(Path folder) throws IOException {
    Map<String, String> pages = pages();
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = folder.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.getValue());
    }
    for (String other : existing(folder).keySet()) {
      if (!pages.containsKey(other)) {
        Files.delete(folder.resolve(other));
      }
    }
  }

  /** The pages that a folder has. */
  static Map<String, String> existing(Path folder) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    if (!Files.exists(folder)) {
      return pages;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".md")).toList()) {
        pages.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return pages;
  }
}
