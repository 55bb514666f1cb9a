package dev.mien.media;

/**
 * What a medium is. A closed list: the content type under which something is served is never a
 * client's choice.
 */
public enum MediaType {
  JPEG("image/jpeg"),
  PNG("image/png"),
  BMP("image/bmp"),
  CSV("text/csv; charset=utf-8"),
  JSON("application/json"),
  MP4("video/mp4"),
  /** Anything else, such as a video in another container. */
  BYTES("application/octet-stream");

  private final String contentType;

  MediaType(String contentType) {
    this.contentType = contentType;
  }

  /** The value of the header {@code Content-Type}. */
  public String contentType() {
    return contentType;
  }
}
