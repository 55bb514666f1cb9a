package dev.mien.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/api is what the contract data, the error catalogues and the examples make it. */
class ApiReferenceTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#]*)(?:#([^)]*))?\\)");

  @Test
  void the_published_pages_are_those_that_the_contract_makes() throws Exception {
    if (ApiReference.writing()) {
      ApiReference.write(ApiReference.folder());
    }
    Map<String, String> published = ApiReference.existing(ApiReference.folder());
    Map<String, String> made = ApiReference.pages();
    TreeSet<String> stale = new TreeSet<>(made.keySet());
    stale.addAll(published.keySet());
    stale.removeIf(page -> made.getOrDefault(page, "").equals(published.get(page)));
    assertThat(stale).as(ApiReference.HINT).isEmpty();
  }

  @Test
  void every_action_has_an_example_that_was_run() {
    assumeFalse(ApiReference.writing(), "examples are written later, when a server runs");
    for (String service : Contract.SERVICES) {
      Contract contract = Contract.load(service);
      assertThat(contract.actions().values())
          .as(ApiReference.HINT)
          .allSatisfy(action -> assertThat(Example.load(contract, action)).isNotNull());
    }
  }

  @Test
  void no_page_has_a_picture_in_it() {
    ApiReference.pages()
        .forEach(
            (path, text) -> assertThat(text).as(path).doesNotContainPattern("[A-Za-z0-9+/]{60}"));
  }

  @Test
  void every_link_leads_somewhere() {
    Map<String, String> pages = ApiReference.pages();
    pages.forEach(
        (path, text) ->
            LINK.matcher(text)
                .results()
                .forEach(link -> requireTarget(pages, path, link.group(1), link.group(2))));
  }

  private static void requireTarget(
      Map<String, String> pages, String page, String link, String anchor) {
    Path here = Path.of("api", page);
    Path target = link.isEmpty() ? here : here.resolveSibling(link).normalize();
    if (!target.startsWith("api")) {
      assertThat(ApiReference.folder().resolveSibling(target)).as(page).exists();
      return;
    }
    String text = pages.get(Path.of("api").relativize(target).toString());
    assertThat(text).as("%s links to %s", page, link).isNotNull();
    if (anchor != null) {
      assertThat(text.toLowerCase(Locale.ROOT))
          .as("%s links to %s#%s", page, link, anchor)
          .contains("\n## " + anchor.replace('-', ' ') + "\n");
    }
  }
}
