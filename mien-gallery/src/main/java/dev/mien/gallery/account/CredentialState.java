package dev.mien.gallery.account;

/** Whether a credential can be used. */
public enum CredentialState {
  /** It can. */
  ACTIVE,
  /** It cannot, and never will again. */
  DISABLED
}
