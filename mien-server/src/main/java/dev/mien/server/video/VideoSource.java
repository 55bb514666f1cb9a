package dev.mien.server.video;

import static java.util.Objects.requireNonNull;

/** Where a video comes from. */
public sealed interface VideoSource {

  /** It is downloaded. */
  record Url(String url) implements VideoSource {
    public Url {
      requireNonNull(url, "url is null");
    }
  }

  /** It lies in the media store; see {@link VideoFiles}. */
  record File(String fileId) implements VideoSource {
    public File {
      requireNonNull(fileId, "fileId is null");
    }
  }
}
