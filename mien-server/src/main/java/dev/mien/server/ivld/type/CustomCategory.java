package dev.mien.server.ivld.type;

/** A category of custom persons. */
public record CustomCategory(String categoryId, String l1Category, String l2Category) {

  /** As the gallery knows it. */
  public static CustomCategory of(dev.mien.gallery.CustomCategory category) {
    return new CustomCategory(
        Long.toString(category.number()), category.first(), category.second());
  }
}
