package dev.mien.server.video;

/** Why there are no faces of a video to tell. Names are kept with tasks: they never change. */
public enum VideoProblem {
  /** The account has no file of this id. */
  FILE_UNKNOWN,
  /** Not a URL that may be downloaded from: malformed, another scheme, or a private address. */
  URL_NOT_ALLOWED,
  /** The download failed or took too long. */
  DOWNLOAD_FAILED,
  /** Not a video, or one beyond a limit. */
  NOT_ACCEPTED,
  /** A video as its header goes, but it cannot be decoded, or takes too long. */
  UNREADABLE,
  /** As many videos as allowed are in work. */
  BUSY,
  /** A task with the same mark was asked for before. */
  REPEATED,
  /** This server does not look at videos: it is switched off, or lacks a decoder. */
  NOT_AVAILABLE,
  /** The server is about to stop. */
  STOPPING,
  /** The server failed; its log says how. */
  INTERNAL
}
