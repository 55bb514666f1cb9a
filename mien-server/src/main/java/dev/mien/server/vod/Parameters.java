package dev.mien.server.vod;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.video.VideoSource;
import dev.mien.server.vod.type.AigcFaceInputFileInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters that several actions read alike. */
final class Parameters {
  private static final String TYPE_URL = "Url";
  private static final String TYPE_FILE = "File";

  private Parameters() {}

  /** Any application will do: there are none to choose from here. */
  static long subAppId(long subAppId) throws ApiException {
    if (subAppId < 1) {
      throw new ApiException(VodError.SUB_APP_ID);
    }
    return subAppId;
  }

  /** The one video that a request names. */
  static VideoSource video(@Nullable List<AigcFaceInputFileInfo> fileInfos) throws ApiException {
    if (fileInfos == null || fileInfos.size() != 1) {
      int count = fileInfos == null ? 0 : fileInfos.size();
      throw wrong("FileInfos", "it must have exactly one file, not %d".formatted(count));
    }
    AigcFaceInputFileInfo info = fileInfos.getFirst();
    return switch (type(info)) {
      case TYPE_URL -> new VideoSource.Url(required("Url", info.url()));
      case TYPE_FILE -> new VideoSource.File(required("FileId", info.fileId()));
      default -> throw wrong("FileInfos.0.Type", "it must be Url or File");
    };
  }

  /** What it says, or else what there is. */
  private static String type(AigcFaceInputFileInfo info) throws ApiException {
    String said = info.type();
    if (said != null && !said.isEmpty()) {
      return said;
    }
    boolean url = isGiven(info.url());
    if (url == isGiven(info.fileId())) {
      throw wrong("FileInfos.0.Type", "it must be Url or File");
    }
    return url ? TYPE_URL : TYPE_FILE;
  }

  private static String required(String name, @Nullable String value) throws ApiException {
    if (value == null || value.isEmpty()) {
      throw wrong("FileInfos.0." + name, "it is empty, and Type asks for it");
    }
    return value;
  }

  private static boolean isGiven(@Nullable String value) {
    return value != null && !value.isEmpty();
  }

  /** A text of at most so many characters; absent is empty. */
  static String text(@Nullable String value, int maxCharacters, VodError beyond)
      throws ApiException {
    String text = value == null ? "" : value;
    if (text.codePointCount(0, text.length()) > maxCharacters) {
      throw new ApiException(beyond, maxCharacters);
    }
    return text;
  }

  static ApiException wrong(String path, String why) {
    return new ApiException(CommonError.INVALID_PARAMETER, path, why);
  }
}
