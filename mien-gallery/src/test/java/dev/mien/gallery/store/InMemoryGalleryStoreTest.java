package dev.mien.gallery.store;

import dev.mien.gallery.GalleryStore;

class InMemoryGalleryStoreTest extends GalleryStoreContract {
  @Override
  GalleryStore store() {
    return new InMemoryGalleryStore();
  }
}
