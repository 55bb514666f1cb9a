package dev.mien.server.contract;

import dev.mien.server.legacy.LegacyError;
import dev.mien.server.protocol.Language;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The pages of the legacy API, whose requests and errors look different from those of API 3.0. Its
 * contract data has the same form; a call is an action of its only version.
 */
final class LegacyPages {
  /** The folder of its contract data, and of its pages. */
  static final String SERVICE = "legacy";

  /** What every call may answer. */
  static final Set<Integer> COMMON_CODES =
      Set.of(3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 21, 23, 213, -1200, -1301);

  private static final String TYPES = "types.md";
  private static final List<String> HEADS = List.of("code", "who acts", "message", "消息");

  private LegacyPages() {}

  /** All pages: paths below docs/api, and what stands there. */
  static Map<String, String> all() {
    Contract contract = Contract.load(SERVICE);
    Map<String, String> pages = new TreeMap<>();
    pages.put("legacy/README.md", index(contract));
    pages.put("legacy/errors.md", errors());
    pages.put("legacy/" + TYPES, types(contract));
    contract
        .actions()
        .forEach((name, call) -> pages.put("legacy/" + name + ".md", call(contract, call)));
    return pages;
  }

  private static String index(Contract contract) {
    return new Markdown()
        .heading(1, "Legacy API")
        .paragraph(
            """
            For clients of `recognition.image.myqcloud.com` and `service.image.myqcloud.com`. It works on the groups,
            persons and faces of the account, whichever API made them;
            [ADR 13](../../adr/0013-one-gallery-behind-two-protocols.md) says how the limits of both live together.
            [Error codes](errors.md), [data types](types.md), [the newer APIs](../README.md)\
            """)
        .heading(2, "Requests and responses")
        .paragraph(
            """
            - A request is `POST /face/CALL` with JSON or `multipart/form-data` content, on every listener and whatever
              the `Host`. Every request has `appid` (the number of the account, as number or text) and may have
              `bucket`; if the signature names a bucket too, they must be the same.
            - In multipart content each text is a part, a list is parts `name[0]`, `name[1]` … or several `name[]`, and
              pictures are files. What is a file is decided by the part's name. JSON has pictures by URL alone.
            - Parameters that a call does not have are ignored; an empty text or `null` is the same as leaving one out.
            - `Authorization` is Base64 of HMAC-SHA1(SecretKey, original), 20 bytes, followed by original:
              `a=APPID&b=BUCKET&k=SECRETID&t=NOW&e=EXPIRY`, in any order, with or without `r`, `u` and `f`. Times are
              seconds. `e=0` is good once, and for some minutes from `t`.
            - Every response has HTTP status 200, and `code`, `message` and `data`. `code` is 0 or an error's, and
              `data` is empty beside an error, but for compare's. Messages are Chinese for `Accept-Language: zh`.\
            """)
        .heading(2, "Calls")
        .table(
            List.of("call", "what it does"),
            contract.actions().values().stream()
                .map(call -> List.of("[%1$s](%1$s.md)".formatted(call.name()), call.description()))
                .toList())
        .toString();
  }

  private static String call(Contract contract, ContractAction call) {
    Markdown page =
        new Markdown()
            .heading(1, call.name())
            .paragraph(call.description())
            .paragraph("`POST /face/%s`. [All calls](README.md)".formatted(call.name()))
            .heading(2, "Parameters");
    if (call.request().isEmpty()) {
      page.paragraph("None but `appid`.");
    } else {
      FieldTables.parameters(page, call.request(), TYPES);
      page.paragraph("And `appid`, as in every request.");
    }
    page.heading(2, "Response");
    FieldTables.fields(page, call.response(), TYPES);
    page.heading(2, "Errors")
        .paragraph("Besides [those of every call](errors.md#of-every-call):")
        .table(
            List.of("code", "message"),
            call.errors().stream()
                .map(code -> error(Integer.parseInt(code)))
                .map(error -> List.of(code(error.number()), message(error, Language.ENGLISH)))
                .toList());
    Example example = Example.load(contract, call);
    if (example != null) {
      page.heading(2, "Example")
          .code("json", Example.pretty(example.request()))
          .paragraph("is answered with")
          .code("json", Example.pretty(example.response()));
    }
    return page.toString();
  }

  /** The catalogue's entry of a code. */
  static LegacyError error(int number) {
    return Arrays.stream(LegacyError.values())
        .filter(error -> error.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("There is no error " + number));
  }

  private static String errors() {
    return new Markdown()
        .heading(1, "Error codes of the legacy API")
        .paragraph(
            """
            "…" stands for what depends on the request. Who acts: *caller* means the same request fails again; *later*
            means it may succeed when a limit or another operation allows; *operator* means the server's log has more.
            [All calls](README.md)\
            """)
        .heading(2, "Of every call")
        .table(HEADS, rows(true))
        .heading(2, "Of some calls")
        .paragraph("Which call answers which code stands on the page of the call.")
        .table(HEADS, rows(false))
        .heading(2, "Never answered")
        .table(
            List.of("code", "why"),
            LegacyErrorList.load().never().stream()
                .map(never -> List.of(code(never.code()), never.reason()))
                .toList())
        .toString();
  }

  private static List<List<String>> rows(boolean common) {
    return Arrays.stream(LegacyError.values())
        .filter(error -> COMMON_CODES.contains(error.number()) == common)
        .sorted(
            Comparator.comparing((LegacyError error) -> error.number() < 0)
                .thenComparingInt(error -> Math.abs(error.number())))
        .map(
            error ->
                List.of(
                    code(error.number()),
                    ErrorsPage.actor(error.category()),
                    message(error, Language.ENGLISH),
                    message(error, Language.CHINESE)))
        .toList();
  }

  private static String types(Contract contract) {
    Markdown page =
        new Markdown()
            .heading(1, contract.title() + ": data types")
            .paragraph("[All calls](README.md)");
    for (ContractType type : contract.types().values()) {
      page.heading(2, type.name()).paragraph(type.description());
      FieldTables.fields(page, type.fields(), "");
    }
    return page.toString();
  }

  private static String code(int number) {
    return FieldTables.code(Integer.toString(number));
  }

  private static String message(LegacyError error, Language language) {
    return ErrorsPage.readable(error, language);
  }
}
