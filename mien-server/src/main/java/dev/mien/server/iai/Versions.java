package dev.mien.server.iai;

import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.server.protocol.ApiException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameter FaceModelVersion. */
final class Versions {
  /** All versions, as a message lists them. */
  static final String SUPPORTED =
      Arrays.stream(ModelVersion.values())
          .map(ModelVersion::text)
          .collect(Collectors.joining(", "));

  private static final ModelVersion DEFAULT = ModelVersion.V3_0;

  private Versions() {}

  /** The version that a request names; absent or empty, it is the newest. */
  static ModelVersion of(@Nullable String text) throws GalleryException {
    return text == null || text.isEmpty() ? DEFAULT : ModelVersion.of(text);
  }

  /** Like {@link #of}, for actions that know the newest version alone. */
  static ModelVersion newest(@Nullable String text) throws ApiException {
    if (text == null || text.isEmpty() || text.equals(DEFAULT.text())) {
      return DEFAULT;
    }
    throw new ApiException(IaiError.FACE_MODEL_VERSION_ILLEGAL, DEFAULT.text());
  }
}
