package dev.mien.gallery;

import java.util.Optional;

/**
 * What shall change of a person, in all its groups; what is absent stays.
 *
 * @param id the person
 * @param name a new name
 * @param gender a new gender
 * @param tag a new remark
 */
public record PersonChange(
    PersonId id, Optional<String> name, Optional<Gender> gender, Optional<String> tag) {
  /** A change that leaves the remark. */
  public PersonChange(PersonId id, Optional<String> name, Optional<Gender> gender) {
    this(id, name, gender, Optional.empty());
  }
}
