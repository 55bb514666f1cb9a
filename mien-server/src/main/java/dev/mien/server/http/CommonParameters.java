package dev.mien.server.http;

import dev.mien.server.auth.SignedRequest;
import dev.mien.server.protocol.Language;
import dev.mien.server.protocol.TextParameter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that say which action is meant.
 *
 * @param action as sent, empty if absent
 * @param version as sent, empty if absent
 * @param language the language of error messages
 */
record CommonParameters(String action, String version, Language language) {
  /** The names under which a query or form carries them, and all else that is about the call. */
  private static final Set<String> NAMES =
      Set.of(
          "Action",
          "Version",
          "Region",
          "Timestamp",
          "Nonce",
          "SecretId",
          "Signature",
          "SignatureMethod",
          "Token",
          "Language",
          "RequestClient");

  /** Those of a request whose method of signing puts them into headers. */
  static CommonParameters ofHeaders(SignedRequest request) {
    return new CommonParameters(
        request.headerOrEmpty("x-tc-action"),
        request.headerOrEmpty("x-tc-version"),
        Language.of(request.headerOrEmpty("x-tc-language")));
  }

  /** Those of a request whose method of signing puts them beside the action's own. */
  static CommonParameters of(List<TextParameter> parameters) {
    return new CommonParameters(
        value(parameters, "Action"),
        value(parameters, "Version"),
        Language.of(value(parameters, "Language")));
  }

  /** The parameters without the common ones. */
  static List<TextParameter> withoutCommon(List<TextParameter> parameters) {
    return parameters.stream().filter(parameter -> !NAMES.contains(parameter.name())).toList();
  }

  private static String value(List<TextParameter> parameters, String name) {
    @Nullable String found = null;
    for (TextParameter parameter : parameters) {
      if (parameter.name().equals(name)) {
        found = parameter.value();
      }
    }
    return found == null ? "" : found.strip();
  }
}
