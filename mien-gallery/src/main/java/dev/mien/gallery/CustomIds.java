package dev.mien.gallery;

import java.security.SecureRandom;
import java.util.function.Predicate;

/**
 * Makes ids of custom persons and their pictures, of the form that the reference's examples have:
 * {@code person-Axgo3FYc} and {@code image-Axgo3FYc-egMN}. Random, so that they tell nothing of how
 * many there are. Thread-safe.
 */
final class CustomIds {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int PERSON_CHARACTERS = 8;
  private static final int IMAGE_CHARACTERS = 4;

  private final SecureRandom random = new SecureRandom();

  /** An id that is not taken; there are 2e14. */
  PersonId newPerson(Predicate<PersonId> isTaken) {
    PersonId id = new PersonId(CustomPerson.PREFIX + text(PERSON_CHARACTERS));
    while (isTaken.test(id)) {
      id = new PersonId(CustomPerson.PREFIX + text(PERSON_CHARACTERS));
    }
    return id;
  }

  /** An id that is not taken; a person has 1e7, and a few pictures. */
  String newImage(PersonId person, Predicate<String> isTaken) {
    String stem = CustomImage.PREFIX + person.value().substring(CustomPerson.PREFIX.length()) + "-";
    String id = stem + text(IMAGE_CHARACTERS);
    while (isTaken.test(id)) {
      id = stem + text(IMAGE_CHARACTERS);
    }
    return id;
  }

  private String text(int characters) {
    StringBuilder text = new StringBuilder(characters);
    for (int i = 0; i < characters; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
