package dev.mien.gallery.account;

import dev.mien.gallery.store.InMemoryAccountStore;

class InMemoryAccountStoreTest extends AccountStoreContract {
  @Override
  protected AccountStore store() {
    return new InMemoryAccountStore();
  }
}
