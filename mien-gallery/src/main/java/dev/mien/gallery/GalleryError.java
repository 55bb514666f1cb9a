package dev.mien.gallery;

/**
 * The rules of a gallery, each by the name of its violation. What {@link GalleryException#value}
 * holds is said with each.
 */
public enum GalleryError {
  /**
   * A required text is empty; the value names the text ({@code GROUP_ID}, {@code PERSON_NAME}, …).
   */
  VALUE_EMPTY,
  /** A group id with characters outside its alphabet; the value is the id. */
  GROUP_ID_ILLEGAL,
  /** A group id over its length; the value is the id. */
  GROUP_ID_TOO_LONG,
  /** A group id that a group of the account bears already; the value is the id. */
  GROUP_ID_EXISTS,
  /** No such group in the account; the value is the id. */
  GROUP_NOT_FOUND,
  /** A group name with illegal characters; the value is the name. */
  GROUP_NAME_ILLEGAL,
  /** A group name over its length; the value is the name. */
  GROUP_NAME_TOO_LONG,
  /** A group name that another group of the account bears; the value is the name. */
  GROUP_NAME_EXISTS,
  /** A group's remark with illegal characters; the value is the remark. */
  GROUP_TAG_ILLEGAL,
  /** A group's remark over its length; the value is the remark. */
  GROUP_TAG_TOO_LONG,
  /** More description fields than a group may have; the value is their number. */
  GROUP_FIELDS_TOO_MANY,
  /** A description field's name with illegal characters; the value is the name. */
  GROUP_FIELD_NAME_ILLEGAL,
  /** A description field's name over its length; the value is the name. */
  GROUP_FIELD_NAME_TOO_LONG,
  /** One request names the same description field twice; the value is the name or the position. */
  GROUP_FIELD_REPEATED,
  /**
   * A changed description field would bear the name of another field of the group; the value is the
   * name.
   */
  GROUP_FIELD_NAME_EXISTS,
  /** The group has no description field at this position; the value is the position. */
  GROUP_FIELD_UNKNOWN,
  /**
   * The account has as many groups as it may have; the value is the id of the group that was to be
   * created.
   */
  GROUPS_TOO_MANY,
  /** Not a model version; the value is the text. */
  MODEL_VERSION_ILLEGAL,
  /** A person id with characters outside its alphabet; the value is the id. */
  PERSON_ID_ILLEGAL,
  /** A person id over its length; the value is the id. */
  PERSON_ID_TOO_LONG,
  /** A person id that a person of the account bears already; the value is the id. */
  PERSON_ID_EXISTS,
  /** No such person in the account; the value is the id. */
  PERSON_NOT_FOUND,
  /** A person's name with illegal characters; the value is the name. */
  PERSON_NAME_ILLEGAL,
  /** A person's name over its length; the value is the name. */
  PERSON_NAME_TOO_LONG,
  /** A person's remark with illegal characters; the value is the remark. */
  PERSON_TAG_ILLEGAL,
  /** A person's remark over its length; the value is the remark. */
  PERSON_TAG_TOO_LONG,
  /** Not a gender; the value is the number. */
  PERSON_GENDER_ILLEGAL,
  /** More description values than a group has fields at most; the value is their number. */
  PERSON_VALUES_TOO_MANY,
  /** A description value with illegal characters; the value is the text. */
  PERSON_VALUE_ILLEGAL,
  /** A description value over its length; the value is the text. */
  PERSON_VALUE_TOO_LONG,
  /** One request gives the same description field two values; the value is the position. */
  PERSON_VALUE_REPEATED,
  /** The group has no description field at this position; the value is the position. */
  PERSON_VALUE_UNKNOWN_FIELD,
  /** The person would be in more groups than allowed; the value is the person's id. */
  PERSON_GROUPS_TOO_MANY,
  /** The person is in the group already; the value is the group's id. */
  ALREADY_MEMBER,
  /** The person, or any person of that id, is not in the group; the value is the person's id. */
  NOT_A_MEMBER,
  /** More faces in one request than allowed; the value is their number. */
  UPLOADED_FACES_TOO_MANY,
  /** The person would have more faces than allowed; the value is the person's id. */
  PERSON_FACES_TOO_MANY,
  /** The person would be left without a face; the value is the person's id. */
  LAST_FACE,
  /** No such face in the account; the value is the id. */
  FACE_NOT_FOUND,
  /** The group would have more persons than allowed; the value is the group's id. */
  GROUP_PERSONS_TOO_MANY,
  /** The account has no library of custom persons; the value is the account. */
  CUSTOM_GROUP_NOT_FOUND,
  /** The account has a library of custom persons already; the value is the account. */
  CUSTOM_GROUP_EXISTS,
  /** No such category in the account; the value is its number or its first level. */
  CATEGORY_NOT_FOUND,
  /** Another category has these texts; the value is the last of them. */
  CATEGORY_EXISTS,
  /** Persons or categories of the second level are of the category; the value is its number. */
  CATEGORY_REFERRED,
  /** A category cannot change its level; the value is its number. */
  CATEGORY_LEVEL_CHANGED,
  /** The account has as many categories as it may have; the value is the account. */
  CATEGORIES_TOO_MANY,
  /** The account has as many custom persons as it may have; the value is the account. */
  CUSTOM_PERSONS_TOO_MANY,
  /** No such custom person in the account; the value is the id. */
  CUSTOM_PERSON_NOT_FOUND,
  /** The custom person has as many pictures as it may have; the value is the person's id. */
  CUSTOM_IMAGES_TOO_MANY,
  /** The custom person has no such picture; the value is the picture's id. */
  CUSTOM_IMAGE_NOT_FOUND,
  /** Somebody else of the library has a similar face; the value is that person's id. */
  FACE_OF_ANOTHER,
  /** The face resembles none that the custom person has; the value is the person's id. */
  FACE_OF_NOBODY,
  /** A list that is asked for as a whole has grown too long for that; the value names it. */
  LIST_TOO_LONG,
  /** The group would have more faces than its model version allows; the value is the group's id. */
  GROUP_FACES_TOO_MANY,
  /** The account would have more faces than allowed; the value is the account. */
  ACCOUNT_FACES_TOO_MANY,
  /**
   * The operation would mix model versions; the value is the id of the first group that differs.
   */
  ACROSS_MODEL_VERSIONS,
  /** The group is being deleted; the value is its id. */
  GROUP_BEING_DELETED,
  /**
   * Something else is being done to the same person or group; the value is its id. Nothing is wrong
   * with the request: it can be sent again.
   */
  CONFLICT,
  /** Faces are being added to the person by somebody else; the value is the person's id. */
  FACES_BEING_ADDED,
  /** A group can change to a newer model version only; the value is the version asked for. */
  UPGRADE_NOT_NEWER,
  /** The group's model version is being changed already; the value is the job's id. */
  UPGRADE_UNDER_WAY,
  /**
   * A person of the group is in another group too, and would be in groups of two model versions;
   * the value is the person's id.
   */
  UPGRADE_SHARED_PERSON,
  /** The group has more faces than the other model version allows; the value is the group's id. */
  UPGRADE_FACES_TOO_MANY,
  /**
   * Faces of the group were enrolled without a template of the other model version; the value names
   * some of them, the limit is the number of all.
   */
  UPGRADE_FACES_LOST,
  /** No such upgrade job in the account; the value is the id asked for. */
  UPGRADE_JOB_NOT_FOUND,
  /** Only an upgrade that is done can be reverted; the value is its state. */
  REVERT_NOT_DONE,
  /** A group's model version can be reverted once; the value is the group's id. */
  REVERT_ONLY_ONCE,
  /**
   * The group has changed since the upgrade so that it cannot have its old version again; the value
   * is what an upgrade that is refused for this reason would say.
   */
  REVERT_BLOCKED,
  /** The operation exists only for newer model versions; the value is the version. */
  MODEL_VERSION_UNSUPPORTED,
  /**
   * A template was made by another embedder than the faces it would meet, which happens when the
   * server's models were exchanged; the value is the embedder of the faces.
   */
  EMBEDDER_CHANGED,
  /** More groups in one search or copy than allowed; the value is their number. */
  GROUP_IDS_TOO_MANY,
  /**
   * The groups of one search have more faces together than their model version allows; the value is
   * the number of faces.
   */
  SEARCHED_FACES_TOO_MANY,
  /** More candidates asked for than allowed; the value is their number. */
  CANDIDATES_TOO_MANY,
  /** A search in groups without a face; the value is the first group's id. */
  NO_FACES_IN_GROUPS,
  /** A page longer than allowed; the value is its length. */
  PAGE_LIMIT_EXCEEDED,
  /** A page that begins beyond the end; the value is its offset. */
  PAGE_OFFSET_EXCEEDED
}
