package dev.mien.server.ivld;

import dev.mien.gallery.CustomCategories;
import dev.mien.gallery.PageRange;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parameters that several actions read alike: their forms and ranges. */
final class Parameters {
  /** As long as names of groups and persons may be. */
  static final int CATEGORY_CHARACTERS_MAX = 60;

  /** A remark, not an article; the reference says no number. */
  static final int BASIC_INFO_CHARACTERS_MAX = 500;

  static final int PAGE_MAX = 50;

  private static final Pattern CATEGORY_ID = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern PERSON_ID = Pattern.compile("person-[0-9A-Za-z]{8}");
  private static final Pattern IMAGE_ID = Pattern.compile("image-[0-9A-Za-z]{8}-[0-9A-Za-z]{4}");

  /** A host name, as a bucket has one: labels of letters, digits and hyphens. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?=.{1,253}$)[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?"
              + "(\\.[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?)*");

  private Parameters() {}

  /** The number of a category. */
  static long categoryId(String text) throws ApiException {
    if (!CATEGORY_ID.matcher(text).matches()) {
      throw new ApiException(IvldError.INVALID_CATEGORY_ID, shown(text));
    }
    return Long.parseLong(text);
  }

  /** The number of a category; an empty text names none. */
  static OptionalLong optionalCategoryId(@Nullable String text) throws ApiException {
    return text == null || text.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(categoryId(text));
  }

  static PersonId personId(String text) throws ApiException {
    if (!PERSON_ID.matcher(text).matches()) {
      throw new ApiException(IvldError.INVALID_PERSON_ID);
    }
    return new PersonId(text);
  }

  static String imageId(String text) throws ApiException {
    if (!IMAGE_ID.matcher(text).matches()) {
      throw new ApiException(IvldError.INVALID_IMAGE_ID);
    }
    return text;
  }

  /** The texts of a category; an absent or empty second level means one of the first. */
  static CustomCategories.Texts category(String first, @Nullable String second)
      throws ApiException {
    if (first.isEmpty() || !isShort(first, CATEGORY_CHARACTERS_MAX)) {
      throw new ApiException(IvldError.INVALID_L1_CATEGORY, CATEGORY_CHARACTERS_MAX);
    }
    String below = second == null ? "" : second;
    if (!isShort(below, CATEGORY_CHARACTERS_MAX)) {
      throw new ApiException(IvldError.INVALID_L2_CATEGORY, CATEGORY_CHARACTERS_MAX);
    }
    return new CustomCategories.Texts(first, below);
  }

  static String basicInfo(String text) throws ApiException {
    if (!isShort(text, BASIC_INFO_CHARACTERS_MAX)) {
      throw invalid(
          "BasicInfo",
          "it must have at most " + BASIC_INFO_CHARACTERS_MAX + " characters that can be shown");
    }
    return text;
  }

  static String bucket(String text) throws ApiException {
    if (!HOST.matcher(text).matches()) {
      throw invalid(
          "Bucket", "it must be a host name, such as bucket-123456.cos.ap-shanghai.myqcloud.com");
    }
    return text;
  }

  /** A page of a list, counted from 1. */
  static PageRange page(long number, long size) throws ApiException {
    if (number < 1) {
      throw new ApiException(IvldError.INVALID_PAGE_NUMBER);
    }
    if (size < 1 || size > PAGE_MAX) {
      throw new ApiException(IvldError.INVALID_PAGE_SIZE, PAGE_MAX);
    }
    long before = Math.min(number - 1, Long.MAX_VALUE / size);
    return new PageRange(before * size, (int) size);
  }

  /** A text that changes something; an empty one changes nothing. */
  static Optional<String> optional(@Nullable String text) {
    return Optional.ofNullable(text).filter(given -> !given.isEmpty());
  }

  static ApiException invalid(String parameter, String why) {
    return new ApiException(IvldError.INVALID_PARAM, parameter, why);
  }

  private static boolean isShort(String text, int charactersMax) {
    return text.codePointCount(0, text.length()) <= charactersMax
        && text.codePoints().noneMatch(Parameters::isInvisible);
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** Text of a client, fit for a message. */
  private static String shown(String text) {
    String start = text.substring(0, Math.min(text.length(), 20));
    return start.isEmpty() ? "\"\"" : start.replaceAll("[^\\x21-\\x7e]", "?");
  }
}
