package dev.mien.server.iai;

import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.IndexedText;
import dev.mien.server.iai.type.GroupExDescriptionInfo;
import dev.mien.server.iai.type.PersonExDescriptionInfo;
import dev.mien.server.protocol.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameters that several actions read alike: their defaults and ranges. */
final class Parameters {
  private static final long FACES_DEFAULT = 1;
  private static final long MIN_FACE_SIZE_DEFAULT = 34;

  /** What MinFaceSize is taken as when it is larger: the longest side that a picture may have. */
  private static final long MIN_FACE_SIZE_MAX = 4000;

  private static final long PAGE_DEFAULT = 10;
  private static final double THRESHOLD_MAX = 100;

  private Parameters() {}

  /** A parameter that is 1 for yes and 0, its default, for no; other values are refused. */
  static boolean flag(String name, @Nullable Long value) throws ApiException {
    if (value == null || value == 0) {
      return false;
    }
    if (value == 1) {
      return true;
    }
    throw new ApiException(IaiError.INVALID_PARAMETER, name, "it must be 0 or 1");
  }

  /** A parameter that is 1 for yes, where every other value and absence mean no. */
  static boolean isOne(@Nullable Long value) {
    return value != null && value == 1;
  }

  /** Offset of a page. */
  static long offset(@Nullable Long offset) {
    return offset == null ? 0 : offset;
  }

  /** Limit of a page. */
  static long limit(@Nullable Long limit) {
    return limit == null ? PAGE_DEFAULT : limit;
  }

  /** MaxFaceNum of an action that allows so many; beyond that, the action's own error. */
  static int maxFaces(@Nullable Long maxFaceNum, int max, IaiError beyond) throws ApiException {
    long faces = maxFaceNum == null ? FACES_DEFAULT : maxFaceNum;
    if (faces < 1 || faces > max) {
      throw new ApiException(beyond, max);
    }
    return (int) faces;
  }

  /** MinFaceSize, in pixels. */
  static int minFaceSize(@Nullable Long minFaceSize) {
    return (int)
        Math.clamp(minFaceSize == null ? MIN_FACE_SIZE_DEFAULT : minFaceSize, 1, MIN_FACE_SIZE_MAX);
  }

  /** FaceMatchThreshold: a score, 0 to 100. */
  static double threshold(@Nullable Double threshold, double whenAbsent) throws ApiException {
    double value = threshold == null ? whenAbsent : threshold;
    if (!(value >= 0 && value <= THRESHOLD_MAX)) {
      throw new ApiException(IaiError.FACE_MATCH_THRESHOLD_ILLEGAL);
    }
    return value;
  }

  /** Refuses a FaceMatchThreshold of 100, for actions whose range ends below it. */
  static void requireBelowMax(@Nullable Double threshold) throws ApiException {
    if (threshold != null && threshold >= THRESHOLD_MAX) {
      throw new ApiException(IaiError.FACE_MATCH_THRESHOLD_AT_END);
    }
  }

  /** The groups that a request names: at least one. */
  static List<GroupId> groupIds(List<String> texts) throws ApiException, GalleryException {
    requireAny("GroupIds", texts);
    List<GroupId> ids = new ArrayList<>(texts.size());
    for (String text : texts) {
      ids.add(GroupId.of(text));
    }
    return ids;
  }

  /** The faces that a request names: at least one; text that cannot be a face's id is left out. */
  static List<FaceId> faceIds(List<String> texts) throws ApiException {
    requireAny("FaceIds", texts);
    return texts.stream().map(FaceId::parse).flatMap(Optional::stream).toList();
  }

  /** Description values of a person; absent means none. */
  static List<IndexedText> personValues(@Nullable List<PersonExDescriptionInfo> infos) {
    return infos == null
        ? List.of()
        : infos.stream()
            .map(
                info ->
                    new IndexedText(info.personExDescriptionIndex(), info.personExDescription()))
            .toList();
  }

  /** New names of a group's description fields; absent means none. */
  static List<IndexedText> fieldNames(@Nullable List<GroupExDescriptionInfo> infos) {
    return infos == null
        ? List.of()
        : infos.stream()
            .map(info -> new IndexedText(info.groupExDescriptionIndex(), info.groupExDescription()))
            .toList();
  }

  static void requireAny(String name, List<?> values) throws ApiException {
    if (values.isEmpty()) {
      throw new ApiException(IaiError.ERROR_PARAMETER_EMPTY, name);
    }
  }
}
