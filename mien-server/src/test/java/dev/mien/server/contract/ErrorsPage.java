package dev.mien.server.contract;

import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.ErrorCategory;
import dev.mien.server.protocol.ErrorCode;
import dev.mien.server.protocol.Language;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The page of all error codes. */
final class ErrorsPage {
  private static final List<String> HEADS = List.of("code", "who acts", "message", "消息");

  private ErrorsPage() {}

  static String of(List<Contract> contracts) {
    Markdown page =
        new Markdown()
            .heading(1, "Error codes")
            .paragraph(
                """
                An error is an answer like any other, with HTTP status 200 and `Error` in place of the fields. Codes
                never change; messages may, so let programs look at codes alone. "…" stands for what depends on the
                request. [All actions](README.md)\
                """)
            .paragraph(
                """
                Who acts: *caller* means the same request fails again; *later* means it may succeed when a limit or
                another operation allows; *operator* means the server's log has more under the request id.\
                """)
            .heading(2, "Of every action")
            .table(HEADS, rows(Arrays.asList(CommonError.values())));
    for (Contract contract : contracts) {
      page.heading(2, contract.title())
          .paragraph("Which action answers which code stands on the page of the action.")
          .table(HEADS, rows(CodeShapes.errors(contract.service())));
    }
    return page.toString();
  }

  private static List<List<String>> rows(List<? extends ErrorCode> errors) {
    return errors.stream()
        .sorted(Comparator.comparing(ErrorCode::code))
        .map(
            error ->
                List.of(
                    FieldTables.code(error.code()),
                    actor(error.category()),
                    readable(error, Language.ENGLISH),
                    readable(error, Language.CHINESE)))
        .toList();
  }

  static String actor(ErrorCategory category) {
    return switch (category) {
      case CALLER -> "caller";
      case LIMIT -> "later";
      case SERVER -> "operator";
    };
  }

  /** A message with an ellipsis for each argument. */
  static String readable(ErrorCode error, Language language) {
    String pattern =
        switch (Objects.requireNonNull(language)) {
          case ENGLISH -> error.english();
          case CHINESE -> error.chinese();
        };
    return pattern
        .replaceAll("%(\\d+\\$)?[a-z]", "…")
        .replace("%%", "%")
        .replace("….", "…")
        .replace("…。", "…");
  }
}
