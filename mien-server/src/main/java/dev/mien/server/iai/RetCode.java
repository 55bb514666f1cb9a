package dev.mien.server.iai;

import dev.mien.server.protocol.ApiException;

/** What came of one picture or face where a request has several: 0, or why it was left out. */
final class RetCode {
  static final long OK = 0;
  static final long NO_FACE = -1101;
  static final long PICTURE_UNREADABLE = -1102;
  static final long PICTURE_SIZE = -1109;
  static final long QUALITY = -1601;
  static final long TOO_DISSIMILAR = -1604;

  private RetCode() {}

  /**
   * The code of a picture that could not be used; errors that concern the whole request are thrown
   * on.
   */
  static long of(ApiException refused) throws ApiException {
    if (!(refused.code() instanceof IaiError error)) {
      throw refused;
    }
    return switch (error) {
      case NO_FACE_IN_PHOTO, FACE_SIZE_TOO_SMALL -> NO_FACE;
      case IMAGE_DECODE_FAILED, IMAGE_EMPTY, IMAGE_DOWNLOAD_ERROR, URL_ILLEGAL ->
          PICTURE_UNREADABLE;
      case IMAGE_RESOLUTION_EXCEED, IMAGE_RESOLUTION_TOO_SMALL, IMAGE_SIZE_EXCEED -> PICTURE_SIZE;
      case FACE_QUALITY_NOT_QUALIFIED -> QUALITY;
      default -> throw refused;
    };
  }
}
