package dev.mien.gallery;

import java.util.List;

/**
 * A group to be created; its texts are checked when it is.
 *
 * @param id an id that no group of the account has
 * @param name a name that no group of the account has
 * @param fieldNames names of the description fields, all different
 * @param tag remark, may be empty
 * @param modelVersion the version whose embedder makes all templates of the group
 */
public record NewGroup(
    GroupId id, String name, List<String> fieldNames, String tag, ModelVersion modelVersion) {
  /** Copies the list. */
  public NewGroup {
    fieldNames = List.copyOf(fieldNames);
  }
}
