package dev.mien.gallery.index;

import org.roaringbitmap.RoaringBitmap;

/**
 * The ordinals of a group's rows. Once searches may be reading them they never change again, and a
 * change makes a copy; so what is the same object has the same rows.
 */
final class Members {
  private final RoaringBitmap ordinals;

  /** Set by searches, of which several may begin at once; read by changes, which are alone. */
  private volatile boolean shared;

  /** A new group without rows. */
  Members() {
    this(new RoaringBitmap());
  }

  private Members(RoaringBitmap ordinals) {
    this.ordinals = ordinals;
  }

  RoaringBitmap ordinals() {
    return ordinals;
  }

  /** The ordinals for a search that goes on while the group changes. */
  RoaringBitmap share() {
    shared = true;
    return ordinals;
  }

  /** What may be changed: this, or a copy. */
  Members writable() {
    return shared ? new Members(ordinals.clone()) : this;
  }
}
