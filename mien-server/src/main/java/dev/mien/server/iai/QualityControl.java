package dev.mien.server.iai;

import dev.mien.server.protocol.ApiException;
import dev.mien.vision.quality.QualityLevel;
import org.jspecify.annotations.Nullable;

/** The parameter QualityControl, a {@link QualityLevel}. */
final class QualityControl {

  private QualityControl() {}

  /** The value 0 to 4 that a request names; absent, it is 0. */
  static QualityLevel of(@Nullable Long value) throws ApiException {
    if (value == null) {
      return QualityLevel.NONE;
    }
    return QualityLevel.of(value)
        .orElseThrow(() -> new ApiException(IaiError.QUALITY_CONTROL_ILLEGAL));
  }
}
