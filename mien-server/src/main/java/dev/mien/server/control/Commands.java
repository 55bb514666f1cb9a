package dev.mien.server.control;

import static java.util.Objects.requireNonNull;

/**
 * Carries out {@link ControlCommand}s. Safe for use by many threads.
 *
 * @param keys those about keys
 * @param media those about files
 */
public record Commands(Keys keys, MediaFiles media) {
  public Commands {
    requireNonNull(keys, "keys is null");
    requireNonNull(media, "media is null");
  }

  /** Does what is asked; what cannot be done is told, not thrown. */
  public Outcome run(ControlCommand command) {
    return switch (command) {
      case KeyCommand about -> keys.run(about);
      case MediaCommand about -> media.run(about);
    };
  }
}
