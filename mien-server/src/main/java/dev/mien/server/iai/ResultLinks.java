package dev.mien.server.iai;

import dev.mien.gallery.StoreException;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaRefusedException;
import dev.mien.media.MediaType;
import dev.mien.media.NewMedia;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.ResultFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Files that an answer is too short for, behind links. */
final class ResultLinks {
  /** Made anew for every answer. */
  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private ResultLinks() {}

  /** A link to a file with these entries. */
  static String link(List<? extends Record> entries, String label, Call call) {
    Instant end = call.services().mediaLinks().after(LIFETIME);
    NewMedia about = NewMedia.until(end, call.account(), label, MediaType.JSON);
    try {
      MediaItem file = call.services().mediaStore().put(about, ResultFile.json(entries));
      return call.services().mediaLinks().link(file);
    } catch (MediaRefusedException e) {
      throw new StoreException("A file of results cannot be kept", e);
    }
  }
}
