package dev.mien.server.legacy;

import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import java.util.Locale;

/**
 * One call of the legacy API. An implementation is public, has a public constructor without
 * parameters, keeps no state and is safe for use by many threads. It is found by {@link
 * java.util.ServiceLoader}: annotate it with {@code @AutoService(LegacyCall.class)} and it is
 * served.
 */
public interface LegacyCall {

  /** The last part of its path; the simple class name in lower case unless overridden. */
  default String name() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /**
   * Does the work, on a thread of the work pool.
   *
   * @return the fields of {@code data}: a record whose components are named in camel case; or a
   *     {@link Refused}
   * @throws ApiException with a {@link LegacyError}; it reaches the client as an error
   * @throws GalleryException if a rule of the gallery is broken; it becomes such an error
   */
  Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException;
}
