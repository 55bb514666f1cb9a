package dev.mien.server.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.Language;
import dev.mien.server.protocol.ResponseWriter;
import java.util.List;
import java.util.UUID;

/** The page that leads to all others. */
final class IndexPage {
  private IndexPage() {}

  static String of(List<Contract> contracts) {
    Markdown page =
        new Markdown()
            .heading(1, "API reference")
            .paragraph(
                """
                These pages are made of the contract data that the server is tested with, and every example was run.
                They are not edited: `mvn verify -D%s=true` makes them anew. [Error codes](errors.md)\
                """
                    .formatted(ApiReference.WRITE_PROPERTY))
            .heading(2, "Requests and responses")
            .paragraph(
                """
                A request is a POST to the server with JSON content and the headers `X-TC-Action` (the action),
                `X-TC-Version` (its version), `X-TC-Timestamp` (seconds) and `Authorization` (TC3-HMAC-SHA256). With
                `X-TC-Language: zh-CN` messages are Chinese. The official SDKs do all this;
                [sign-and-send.sh](../sign-and-send.sh) does it with curl and openssl. The older signatures HmacSHA1
                and HmacSHA256 are served as well, with GET or a form.\
                """)
            .paragraph(
                """
                - Parameters that an action does not have are refused, and so is a value of another JSON type. A whole
                  number may also be written as text (`"5"`). `null` is the same as leaving the parameter out.
                - Every response has HTTP status 200 and a `RequestId`. A field that is not said to be null never is.
                - A request without a required parameter, for example, is answered with\
                """)
            .code("json", missingParameter());
    for (Contract contract : contracts) {
      page.heading(2, contract.title())
          .paragraph(
              "Versions %s. [Data types](%s/types.md)"
                  .formatted(String.join(" and ", contract.versions()), contract.service()))
          .table(
              List.of("action", "what it does"),
              contract.actions().values().stream()
                  .map(
                      action ->
                          List.of(
                              "[%s](%s/%s.md)"
                                  .formatted(action.name(), contract.service(), action.name()),
                              firstSentence(action.description())))
                  .toList());
    }
    return page.heading(2, "Legacy API")
        .paragraph(
            "`POST /face/…`, for clients older than these APIs: [all calls](legacy/README.md).")
        .toString();
  }

  private static String missingParameter() {
    byte[] response =
        ResponseWriter.error(
            new ApiException(CommonError.MISSING_PARAMETER, "GroupId"),
            Language.ENGLISH,
            UUID.fromString(Example.REQUEST_ID));
    return Example.pretty(Contract.MAPPER.readTree(new String(response, UTF_8)));
  }

  private static String firstSentence(String text) {
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }
}
