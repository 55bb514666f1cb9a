package dev.mien.gallery;

import java.util.ArrayList;
import java.util.List;

/**
 * The categories of custom persons, on two levels. A category of the second level lies below one of
 * the first; no two have the same texts. Thread-safe, as the {@link Gallery} is.
 */
public final class CustomCategories {
  private final GalleryContext context;
  private final CustomPersonStore store;

  CustomCategories(GalleryContext context) {
    this.context = context;
    this.store = context.store.customPersons();
  }

  /**
   * Texts of a category.
   *
   * @param first the first level, not empty
   * @param second the second level; empty for a category of the first
   */
  public record Texts(String first, String second) {}

  /** All categories of the account, by number. */
  public List<CustomCategory> all(AccountId account) {
    return store.categories(account);
  }

  /**
   * Creates a category. One of the second level needs that of the first: {@link
   * GalleryError#CATEGORY_NOT_FOUND}.
   */
  public CustomCategory create(AccountId account, Texts wanted) throws GalleryException {
    AccountState state = context.state(account);
    return state.whileNobodyWrites(
        () -> {
          List<CustomCategory> known = store.categories(account);
          requireNew(known, wanted);
          if (!wanted.second().isEmpty()) {
            require(known, new Texts(wanted.first(), ""));
          }
          requireRoom(account, known, 1);
          CustomCategory category =
              new CustomCategory(store.lastCategory(account) + 1, wanted.first(), wanted.second());
          commit(state, List.of(new CustomChange.CategoryAdded(category)));
          return category;
        });
  }

  /**
   * Creates those of several categories that do not exist, or none of them.
   *
   * @param wanted each category of the second level after that of the first
   */
  public void createMissing(AccountId account, List<Texts> wanted) throws GalleryException {
    AccountState state = context.state(account);
    state.whileNobodyWrites(
        () -> {
          List<CustomCategory> known = store.categories(account);
          List<CustomChange> changes = new ArrayList<>();
          long number = store.lastCategory(account);
          for (Texts texts : wanted) {
            if (known.stream().noneMatch(category -> has(category, texts))) {
              number++;
              changes.add(
                  new CustomChange.CategoryAdded(
                      new CustomCategory(number, texts.first(), texts.second())));
            }
          }
          requireRoom(account, known, changes.size());
          if (!changes.isEmpty()) {
            commit(state, changes);
          }
          return changes.size();
        });
  }

  /**
   * Changes the texts of a category, never its level ({@link GalleryError#CATEGORY_LEVEL_CHANGED}).
   * A new text of the first level is that of all categories below it, too; a category of the second
   * level can move below another one of the first, which must exist.
   */
  public CustomCategory change(AccountId account, long number, Texts wanted)
      throws GalleryException {
    AccountState state = context.state(account);
    return state.whileNobodyWrites(
        () -> {
          List<CustomCategory> known = store.categories(account);
          CustomCategory before = require(known, number);
          if (before.isFirstLevel() != wanted.second().isEmpty()) {
            throw new GalleryException(GalleryError.CATEGORY_LEVEL_CHANGED, number);
          }
          CustomCategory after = new CustomCategory(number, wanted.first(), wanted.second());
          if (after.equals(before)) {
            return after;
          }
          requireNew(known, wanted);
          if (!before.isFirstLevel()) {
            require(known, new Texts(wanted.first(), ""));
          }
          commit(state, before.isFirstLevel() ? renamed(known, before, wanted) : changed(after));
          return after;
        });
  }

  private static List<CustomChange> changed(CustomCategory category) {
    return List.of(new CustomChange.CategoryChanged(category));
  }

  /** The category of the first level, and all below it. */
  private static List<CustomChange> renamed(
      List<CustomCategory> known, CustomCategory before, Texts wanted) {
    return known.stream()
        .filter(category -> category.first().equals(before.first()))
        .<CustomChange>map(
            category ->
                new CustomChange.CategoryChanged(
                    new CustomCategory(category.number(), wanted.first(), category.second())))
        .toList();
  }

  /** Removes a category that nobody is of and nothing is below; else it is referred to. */
  public void delete(AccountId account, long number) throws GalleryException {
    AccountState state = context.state(account);
    state.whileNobodyWrites(
        () -> {
          List<CustomCategory> known = store.categories(account);
          CustomCategory category = require(known, number);
          boolean above =
              category.isFirstLevel()
                  && known.stream()
                      .anyMatch(
                          other -> other.first().equals(category.first()) && !other.isFirstLevel());
          if (above || store.isReferred(account, number)) {
            throw new GalleryException(GalleryError.CATEGORY_REFERRED, number);
          }
          commit(state, List.of(new CustomChange.CategoryRemoved(number)));
          return category;
        });
  }

  /** The category of a number. */
  CustomCategory require(AccountId account, long number) throws GalleryException {
    return require(store.categories(account), number);
  }

  private static CustomCategory require(List<CustomCategory> known, long number)
      throws GalleryException {
    return known.stream()
        .filter(category -> category.number() == number)
        .findFirst()
        .orElseThrow(() -> new GalleryException(GalleryError.CATEGORY_NOT_FOUND, number));
  }

  private static void require(List<CustomCategory> known, Texts texts) throws GalleryException {
    if (known.stream().noneMatch(category -> has(category, texts))) {
      throw new GalleryException(GalleryError.CATEGORY_NOT_FOUND, texts.first());
    }
  }

  private static void requireNew(List<CustomCategory> known, Texts texts) throws GalleryException {
    if (known.stream().anyMatch(category -> has(category, texts))) {
      throw new GalleryException(
          GalleryError.CATEGORY_EXISTS, texts.second().isEmpty() ? texts.first() : texts.second());
    }
  }

  private void requireRoom(AccountId account, List<CustomCategory> known, int more)
      throws GalleryException {
    int max = context.limits.customs().categoriesPerAccount();
    if (known.size() + more > max) {
      throw new GalleryException(GalleryError.CATEGORIES_TOO_MANY, account, max);
    }
  }

  private static boolean has(CustomCategory category, Texts texts) {
    return category.first().equals(texts.first()) && category.second().equals(texts.second());
  }

  private static void commit(AccountState state, List<? extends CustomChange> changes) {
    state.commit(changes.stream().<Change>map(Change.OfCustomPersons::new).toList());
  }
}
