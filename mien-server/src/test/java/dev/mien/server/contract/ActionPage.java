package dev.mien.server.contract;

import dev.mien.server.protocol.ErrorCode;
import dev.mien.server.protocol.Language;
import java.util.List;

/** The page of an action. */
final class ActionPage {
  private static final String TYPES = "types.md";

  private ActionPage() {}

  static String of(Contract contract, ContractAction action) {
    List<String> versions = contract.versions().stream().filter(action::isIn).toList();
    Markdown page =
        new Markdown()
            .heading(1, action.name())
            .paragraph(action.description())
            .paragraph(
                "%s, %s %s. [All actions](../README.md)"
                    .formatted(
                        contract.title(),
                        versions.size() == 1 ? "version" : "versions",
                        String.join(" and ", versions)))
            .heading(2, "Parameters");
    if (action.request().isEmpty()) {
      page.paragraph("None.");
    } else {
      FieldTables.parameters(page, action.request(), TYPES);
    }
    page.heading(2, "Response");
    if (action.response().isEmpty()) {
      page.paragraph("Nothing but `RequestId`.");
    } else {
      FieldTables.fields(page, action.response(), TYPES);
      page.paragraph("And `RequestId`, as in every response.");
    }
    page.heading(2, "Errors")
        .paragraph("Besides [those of every action](../errors.md#of-every-action):")
        .table(
            List.of("code", "message"),
            action.errors().stream()
                .flatMap(
                    code ->
                        CodeShapes.errors(contract.service()).stream()
                            .filter(error -> error.code().equals(code)))
                .map(ActionPage::row)
                .toList());
    example(page, contract, action);
    return page.toString();
  }

  private static List<String> row(ErrorCode error) {
    return List.of(FieldTables.code(error.code()), ErrorsPage.readable(error, Language.ENGLISH));
  }

  private static void example(Markdown page, Contract contract, ContractAction action) {
    Example example = Example.load(contract, action);
    if (example == null) {
      return;
    }
    page.heading(2, "Example")
        .paragraph("`X-TC-Action: %s`, with the content".formatted(action.name()))
        .code("json", Example.pretty(example.request()))
        .paragraph("is answered with")
        .code(
            "json",
            Example.pretty(Contract.MAPPER.createObjectNode().set("Response", example.response())));
  }
}
