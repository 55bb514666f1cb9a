package dev.mien.media;

import static java.util.Objects.requireNonNull;

import dev.mien.gallery.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that the store keeps for an owner. Two items may have the same content, which is then
 * kept once, until the last of them is gone.
 *
 * @param id its name
 * @param owner the account it belongs to
 * @param label what it is for; see {@link NewMedia#label}
 * @param type what it is
 * @param sizeBytes the length of its content
 * @param createdAt when it came
 * @param expiresAt when it vanishes by itself; empty if only a deletion ends it
 */
public record MediaItem(
    MediaId id,
    AccountId owner,
    String label,
    MediaType type,
    long sizeBytes,
    Instant createdAt,
    Optional<Instant> expiresAt) {

  public MediaItem {
    requireNonNull(id, "id is null");
    requireNonNull(owner, "owner is null");
    requireNonNull(label, "label is null");
    requireNonNull(type, "type is null");
    requireNonNull(createdAt, "createdAt is null");
    requireNonNull(expiresAt, "expiresAt is null");
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("sizeBytes is negative: " + sizeBytes);
    }
  }
}
