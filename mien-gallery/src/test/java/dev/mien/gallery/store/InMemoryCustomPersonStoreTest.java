package dev.mien.gallery.store;

import dev.mien.gallery.GalleryStore;

class InMemoryCustomPersonStoreTest extends CustomPersonStoreContract {
  @Override
  GalleryStore store() {
    return new InMemoryGalleryStore();
  }
}
