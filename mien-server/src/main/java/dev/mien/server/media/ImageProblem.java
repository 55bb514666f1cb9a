package dev.mien.server.media;

/** Why a request's picture cannot be used. Each API family has its own codes for these. */
public enum ImageProblem {
  /** Neither a picture nor a URL is given. */
  ABSENT,
  /** It is given, but has no bytes. */
  EMPTY,
  /** The text is not Base64. */
  NOT_BASE64,
  /** More bytes than allowed. */
  TOO_LARGE,
  /** Not a URL that may be downloaded from: malformed, another scheme, or a private address. */
  URL_NOT_ALLOWED,
  /** The download failed or took too long. */
  DOWNLOAD_FAILED,
  /** As many downloads as allowed are running. */
  BUSY,
  /** No picture format is recognised. */
  NOT_AN_IMAGE,
  /** A picture of a format that is not accepted, such as GIF. */
  FORMAT_NOT_SUPPORTED,
  /** An accepted format, but truncated or corrupt, or too slow to decode. */
  DECODE_FAILED,
  /** A side is too long. */
  RESOLUTION_TOO_HIGH,
  /** A side is too short. */
  RESOLUTION_TOO_LOW
}
