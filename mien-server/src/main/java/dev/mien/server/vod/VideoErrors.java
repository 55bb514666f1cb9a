package dev.mien.server.vod;

import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.video.VideoProblem;

/** What VOD answers when a video has no faces to tell. */
final class VideoErrors {
  private VideoErrors() {}

  static ApiException toApi(VideoProblem problem, String detail) {
    return switch (problem) {
      case FILE_UNKNOWN -> new ApiException(VodError.FILE_ID);
      case URL_NOT_ALLOWED -> new ApiException(VodError.URL_NOT_ALLOWED, detail);
      case DOWNLOAD_FAILED -> new ApiException(VodError.VIDEO_DOWNLOAD_FAILED, detail);
      case NOT_ACCEPTED -> new ApiException(VodError.VIDEO_NOT_ACCEPTED, detail);
      case UNREADABLE -> new ApiException(VodError.VIDEO_UNREADABLE, detail);
      case BUSY -> new ApiException(CommonError.REQUEST_LIMIT_EXCEEDED);
      case REPEATED -> new ApiException(VodError.SESSION_ID);
      case NOT_AVAILABLE -> new ApiException(VodError.INVALID_VOD_USER, detail);
      case STOPPING -> new ApiException(VodError.STOPPING);
      case INTERNAL -> new ApiException(CommonError.INTERNAL_ERROR);
    };
  }

  /**
   * The number by which VOD tells the reason of a task's end: 40000 is a wrong parameter, 60000 a
   * source file that is at fault, 70000 the service itself.
   */
  static long number(VideoProblem problem) {
    return switch (problem) {
      case FILE_UNKNOWN, URL_NOT_ALLOWED, REPEATED -> 40_000;
      case DOWNLOAD_FAILED, NOT_ACCEPTED, UNREADABLE -> 60_000;
      case BUSY, NOT_AVAILABLE, STOPPING, INTERNAL -> 70_000;
    };
  }

  /** The name that goes with it, one of the four that the reference has. */
  static String name(VideoProblem problem) {
    return switch (problem) {
      case FILE_UNKNOWN, URL_NOT_ALLOWED, NOT_ACCEPTED, REPEATED -> "InvalidParameterValue";
      case DOWNLOAD_FAILED, UNREADABLE, NOT_AVAILABLE, STOPPING -> "FailedOperation";
      case BUSY -> "RequestLimitExceeded";
      case INTERNAL -> "InternalError";
    };
  }
}
