package dev.mien.server.iai;

import dev.mien.server.protocol.ApiException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of FaceAttributesType, which may be combined. */
enum AttributeType {
  AGE,
  BEAUTY,
  EMOTION,
  EYE,
  EYEBROW,
  GENDER,
  HAIR,
  HAT,
  HEADPOSE,
  MASK,
  MOUTH,
  MOUSTACHE,
  NOSE,
  SHAPE,
  SKIN,
  SMILE;

  private static final String NONE = "None";

  /** A list with every value twice is long enough for anybody. */
  private static final int CHARACTERS_MAX = 256;

  /** What the heads read from the features of a face. */
  static final Set<AttributeType> LEARNED = EnumSet.complementOf(EnumSet.of(BEAUTY, HEADPOSE));

  /**
   * Reads a list separated by commas, in any case; absent, empty and {@code None} mean nothing.
   *
   * @throws ApiException when a value is unknown
   */
  static Set<AttributeType> parse(@Nullable String text) throws ApiException {
    Set<AttributeType> types = EnumSet.noneOf(AttributeType.class);
    if (text == null || text.isBlank()) {
      return types;
    }
    if (text.length() > CHARACTERS_MAX) {
      throw refused();
    }
    for (String word : text.split(",", -1)) {
      String name = word.strip();
      if (!name.equalsIgnoreCase(NONE)) {
        types.add(of(name).orElseThrow(AttributeType::refused));
      }
    }
    return types;
  }

  private static Optional<AttributeType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equalsIgnoreCase(name)).findFirst();
  }

  private static ApiException refused() {
    String known =
        Arrays.stream(values())
            .map(type -> type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return new ApiException(
        IaiError.INVALID_PARAMETER,
        "FaceAttributesType",
        "it must be None, or a list separated by commas of " + known);
  }
}
