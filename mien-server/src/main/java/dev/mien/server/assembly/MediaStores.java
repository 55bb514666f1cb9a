package dev.mien.server.assembly;

import dev.mien.gallery.account.SecretBox;
import dev.mien.media.MediaStore;
import dev.mien.server.config.ServerConfig;
import java.nio.file.Path;
import java.time.Clock;
import javax.crypto.SecretKey;

/** The media store of a data directory. */
public final class MediaStores {
  /** Where it lies in a data directory. */
  public static final String FOLDER = "media";

  private static final String KEY = "mien media";

  private MediaStores() {}

  /**
   * Opens it.
   *
   * @param data a data directory that this process holds, in which accounts were opened
   */
  public static MediaStore open(Path data, ServerConfig.Media config, Clock clock) {
    return MediaStore.open(data.resolve(FOLDER), key(data), Settings.media(config), clock);
  }

  /** Made of the data directory's key, which lies there since the accounts were opened. */
  static SecretKey key(Path data) {
    return SecretBox.open(data).derive(KEY);
  }
}
