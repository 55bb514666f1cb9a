package dev.mien.server.video;

import dev.mien.gallery.AccountId;
import dev.mien.media.MediaId;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaRefusedException;
import dev.mien.media.MediaStore;
import dev.mien.media.MediaType;
import dev.mien.media.NewMedia;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The videos that an operator has put into the media store for an account. A video's id is that of
 * its item: it cannot be guessed, and means nothing to other accounts. Thread-safe.
 */
public final class VideoFiles {
  private static final String LABEL = "vod-file";
  private static final int PAGE = 500;

  private final MediaStore store;

  public VideoFiles(MediaStore store) {
    this.store = store;
  }

  /**
   * Keeps a video until it is removed. Whether it can be read shows when it is looked at.
   *
   * @throws MediaRefusedException if it is too large, or the store is full
   * @throws IOException if the file cannot be read
   */
  public MediaItem add(AccountId account, Path file) throws MediaRefusedException, IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    MediaType type = name.endsWith(".mp4") ? MediaType.MP4 : MediaType.BYTES;
    try (InputStream content = Files.newInputStream(file)) {
      return store.put(NewMedia.kept(account, LABEL, type), content);
    }
  }

  /** The account's video of an id. */
  public Optional<MediaItem> find(AccountId account, String fileId) {
    return MediaId.parse(fileId)
        .flatMap(id -> store.find(account, id))
        .filter(item -> item.label().equals(LABEL));
  }

  /** All videos of an account. */
  public List<MediaItem> all(AccountId account) {
    List<MediaItem> all = new ArrayList<>();
    List<MediaItem> page = store.items(account, LABEL, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = store.items(account, LABEL, Optional.of(page.getLast().id()), PAGE);
    }
    return all;
  }

  /**
   * Removes a video of an account.
   *
   * @return whether there was one
   */
  public boolean remove(AccountId account, String fileId) {
    return find(account, fileId).filter(item -> store.delete(account, item.id())).isPresent();
  }
}
