package dev.mien.server.control;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.account.AccountException;
import dev.mien.gallery.account.Accounts;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaRefusedException;
import dev.mien.server.video.VideoFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Carries out {@link MediaCommand}s. Safe for use by many threads. */
public final class MediaFiles {
  /** Lines that one message holds. */
  private static final int LISTED_MAX = 10_000;

  private final Accounts accounts;
  private final VideoFiles videos;

  public MediaFiles(Accounts accounts, VideoFiles videos) {
    this.accounts = accounts;
    this.videos = videos;
  }

  /** Does what is asked; what cannot be done is told, not thrown. */
  public Outcome run(MediaCommand command) {
    try {
      AccountId account = AccountChoice.of(accounts, command.appId());
      return switch (command) {
        case MediaCommand.Add add -> add(account, Path.of(add.file()));
        case MediaCommand.ListAll _ -> list(account);
        case MediaCommand.Remove remove ->
            videos.remove(account, remove.fileId())
                ? Outcome.done("Removed " + remove.fileId())
                : Outcome.failed("The account has no file " + remove.fileId() + ".");
      };
    } catch (AccountException | MediaRefusedException | StoreException e) {
      return Outcome.failed(String.valueOf(e.getMessage()));
    }
  }

  private Outcome add(AccountId account, Path file) throws MediaRefusedException {
    if (!Files.isRegularFile(file)) {
      return Outcome.failed("There is no file " + file + ".");
    }
    try {
      return Outcome.done(videos.add(account, file).id().text());
    } catch (IOException e) {
      return Outcome.failed("The file " + file + " cannot be read: " + e.getMessage());
    }
  }

  private Outcome list(AccountId account) {
    List<MediaItem> all = videos.all(account);
    List<String> lines = new ArrayList<>();
    lines.add("%-32s %14s  %s".formatted("FILEID", "BYTES", "ADDED"));
    all.stream()
        .limit(LISTED_MAX)
        .map(item -> "%-32s %14d  %s".formatted(item.id(), item.sizeBytes(), item.createdAt()))
        .forEach(lines::add);
    if (all.size() > LISTED_MAX) {
      lines.add("… and %d more".formatted(all.size() - LISTED_MAX));
    }
    return new Outcome(true, lines);
  }
}
