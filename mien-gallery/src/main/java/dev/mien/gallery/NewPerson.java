package dev.mien.gallery;

import java.util.List;

/**
 * A person to be created with a first face; its texts are checked when it is.
 *
 * @param id an id that no person of the account has
 * @param groupId the first group the person is in
 * @param name need not be unique
 * @param gender as the account says
 * @param values contents of the group's description fields; fields not mentioned are empty
 * @param templates the first face; one of them is of the group's model version
 */
public record NewPerson(
    PersonId id,
    GroupId groupId,
    String name,
    Gender gender,
    List<IndexedText> values,
    FaceTemplates templates) {
  /** Copies the list. */
  public NewPerson {
    values = List.copyOf(values);
  }
}
