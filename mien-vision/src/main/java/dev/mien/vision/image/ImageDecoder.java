package dev.mien.vision.image;

/** Decodes JPEG, PNG and BMP bytes. Immutable and thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class ImageDecoder {

  private final ImageLimits limits;

  public ImageDecoder(ImageLimits limits) {
    this.limits = limits;
  }

  /**
   * The picture as displayed: EXIF orientation applied, alpha composited on white.
   *
   * @throws ImageException when the bytes are no picture within the limits
   */
  public Image decode(byte[] bytes) throws ImageException {
    throw new ImageException(
        bytes.length == 0 ? ImageException.Problem.EMPTY : ImageException.Problem.NOT_AN_IMAGE,
        "not implemented " + limits);
  }
}
