package dev.mien.server.contract;

import java.util.HashSet;
import java.util.Set;

/** The page of an API's data types. */
final class TypesPage {
  private TypesPage() {}

  static String of(Contract contract) {
    Set<String> sent = new HashSet<>();
    contract
        .actions()
        .values()
        .forEach(
            action ->
                action.request().forEach(field -> field.type().structure().ifPresent(sent::add)));
    Markdown page =
        new Markdown()
            .heading(1, contract.title() + ": data types")
            .paragraph("[All actions](../README.md)");
    for (ContractType type : contract.types().values()) {
      page.heading(2, type.name()).paragraph(type.description());
      if (sent.contains(type.name())) {
        FieldTables.parameters(page, type.fields(), "");
      } else {
        FieldTables.fields(page, type.fields(), "");
      }
    }
    return page.toString();
  }
}
