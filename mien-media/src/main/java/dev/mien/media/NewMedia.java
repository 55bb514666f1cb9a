package dev.mien.media;

import static java.util.Objects.requireNonNull;

import dev.mien.gallery.AccountId;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is to be known of content that is put into the store.
 *
 * @param owner the account it belongs to
 * @param label what it is for, such as {@code ivld-person}: the part of the program that has put it
 *     there finds it again by this
 * @param type what it is
 * @param expiresAt when it vanishes by itself; empty if only a deletion ends it
 */
public record NewMedia(AccountId owner, String label, MediaType type, Optional<Instant> expiresAt) {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9-]{1,32}");

  /** Refuses labels other than 1 to 32 of {@code a-z 0-9 -}. */
  public NewMedia {
    requireNonNull(owner, "owner is null");
    requireNonNull(type, "type is null");
    requireNonNull(expiresAt, "expiresAt is null");
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException("not a label: " + label);
    }
  }

  /** For content that stays until it is deleted. */
  public static NewMedia kept(AccountId owner, String label, MediaType type) {
    return new NewMedia(owner, label, type, Optional.empty());
  }

  /** For content that vanishes at a time. */
  public static NewMedia until(Instant expiresAt, AccountId owner, String label, MediaType type) {
    return new NewMedia(owner, label, type, Optional.of(expiresAt));
  }
}
