package dev.mien.gallery;

import java.util.List;

/** Whether an account and its groups have room for more faces. Asked while nobody else writes. */
final class Capacity {
  private final GalleryLimits limits;
  private final AccountId account;
  private final AccountState state;

  private Capacity(GalleryLimits limits, AccountId account, AccountState state) {
    this.limits = limits;
    this.account = account;
    this.state = state;
  }

  static Capacity of(GalleryContext context, AccountId account) {
    return new Capacity(context.limits, account, context.state(account));
  }

  /** Refuses faces that a group has no room for. */
  Capacity requireFor(Group group, int faces) throws GalleryException {
    return requireFor(group.id(), group.modelVersion(), faces);
  }

  /** Refuses faces that a group has no room for. */
  Capacity requireFor(GroupId group, ModelVersion version, int faces) throws GalleryException {
    long max = limits.facesPerGroup(version);
    if (state.ask(index -> index.size(List.of(group))).faces() + faces > max) {
      throw new GalleryException(GalleryError.GROUP_FACES_TOO_MANY, group, max);
    }
    return this;
  }

  /** Refuses faces that the account has no room for. */
  Capacity requireInAccount(int faces) throws GalleryException {
    long max = limits.facesPerAccount();
    if (state.ask(AccountIndex::faceCount) + faces > max) {
      throw new GalleryException(GalleryError.ACCOUNT_FACES_TOO_MANY, account, max);
    }
    return this;
  }
}
