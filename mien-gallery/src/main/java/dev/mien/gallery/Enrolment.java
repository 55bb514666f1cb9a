package dev.mien.gallery;

import java.util.List;

/**
 * A person to be created with a first face in several groups, of which those that do not exist come
 * into being. Its texts are checked when it is.
 *
 * @param id an id that no person of the account has
 * @param groups at least one
 * @param name need not be unique; may be empty
 * @param tag a remark; empty for none
 * @param face the first face
 */
public record Enrolment(
    PersonId id, List<GroupId> groups, String name, String tag, FaceTemplates face) {
  /** Copies the list. */
  public Enrolment {
    groups = List.copyOf(groups);
  }
}
