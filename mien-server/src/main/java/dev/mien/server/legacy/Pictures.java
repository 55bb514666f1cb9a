package dev.mien.server.legacy;

import dev.mien.server.media.ImageInputException;
import dev.mien.server.protocol.ApiException;
import dev.mien.vision.image.Image;
import java.util.Optional;

/** Pictures of requests, from a URL or a file in multipart content. */
final class Pictures {
  private Pictures() {}

  /** The picture of a request that has one; if it has a URL and a file, only the URL counts. */
  static Image load(Parameters parameters, Caller caller) throws ApiException {
    return load(parameters, caller, "url", "image");
  }

  /** Like {@link #load(Parameters, Caller)}, for parameters of other names. */
  static Image load(Parameters parameters, Caller caller, String url, String file)
      throws ApiException {
    Optional<String> address = parameters.text(url);
    if (address.isPresent()) {
      return load(caller, new Value.Text(address.get()), url);
    }
    Value content =
        parameters
            .value(file)
            .orElseThrow(() -> new ApiException(LegacyError.PICTURE_EMPTY, url + " / " + file));
    return load(caller, content, file);
  }

  /** The picture behind a URL, which is a text, or in a file. */
  static Image load(Caller caller, Value source, String parameter) throws ApiException {
    try {
      return switch (source) {
        case Value.Text(String url) when parameter.startsWith("url") ->
            caller.services().images().ofUrl(url);
        case Value.File(byte[] content) -> caller.services().images().ofFile(content);
        case Value.Text _, Value.Whole _, Value.Items _, Value.Other _ ->
            throw Parameters.wrong(
                parameter, "a picture is a url, or a file in multipart/form-data");
      };
    } catch (ImageInputException e) {
      throw refused(e, parameter);
    }
  }

  private static ApiException refused(ImageInputException e, String parameter) {
    String detail = String.valueOf(e.getMessage());
    return switch (e.problem()) {
      case ABSENT, EMPTY -> new ApiException(LegacyError.PICTURE_EMPTY, parameter);
      case TOO_LARGE ->
          new ApiException(
              parameter.startsWith("url")
                  ? LegacyError.DOWNLOAD_TOO_LARGE
                  : LegacyError.BODY_TOO_LARGE,
              detail);
      case URL_NOT_ALLOWED, DOWNLOAD_FAILED -> new ApiException(LegacyError.URL_FAILED, detail);
      case BUSY -> new ApiException(LegacyError.TOO_FREQUENT);
      case NOT_AN_IMAGE, FORMAT_NOT_SUPPORTED ->
          new ApiException(LegacyError.FORMAT_ILLEGAL, detail);
      case NOT_BASE64, DECODE_FAILED, RESOLUTION_TOO_HIGH, RESOLUTION_TOO_LOW ->
          new ApiException(LegacyError.PICTURE_UNREADABLE, detail);
    };
  }
}
