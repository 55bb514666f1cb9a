package dev.mien.server.legacy;

import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;

/** What the legacy API answers when a rule of the gallery is broken. */
final class GalleryErrors {
  private GalleryErrors() {}

  static ApiException toApi(GalleryException broken) {
    String value = broken.value();
    long limit = broken.limit().orElse(0);
    return switch (broken.error()) {
      case VALUE_EMPTY -> Parameters.empty(value.equals("GROUP_ID") ? "group_ids" : "person_id");
      case GROUP_ID_ILLEGAL -> new ApiException(LegacyError.PARAMETER_ILLEGAL, "group_ids");
      case GROUP_ID_TOO_LONG ->
          new ApiException(LegacyError.PARAMETER_TOO_LONG, "group_ids", limit);
      case GROUP_NOT_FOUND, GROUP_BEING_DELETED ->
          new ApiException(LegacyError.GROUP_UNKNOWN, value);
      case GROUPS_TOO_MANY, PERSON_GROUPS_TOO_MANY, GROUP_IDS_TOO_MANY ->
          new ApiException(LegacyError.GROUPS_TOO_MANY, limit);
      case PERSON_ID_ILLEGAL -> new ApiException(LegacyError.PARAMETER_ILLEGAL, "person_id");
      case PERSON_ID_TOO_LONG ->
          new ApiException(LegacyError.PARAMETER_TOO_LONG, "person_id", limit);
      case PERSON_ID_EXISTS -> new ApiException(LegacyError.PERSON_EXISTS, value);
      case PERSON_NOT_FOUND, NOT_A_MEMBER -> new ApiException(LegacyError.PERSON_UNKNOWN, value);
      case PERSON_NAME_ILLEGAL -> new ApiException(LegacyError.PARAMETER_ILLEGAL, "person_name");
      case PERSON_NAME_TOO_LONG ->
          new ApiException(LegacyError.PARAMETER_TOO_LONG, "person_name", limit);
      case PERSON_TAG_ILLEGAL -> new ApiException(LegacyError.PARAMETER_ILLEGAL, "tag");
      case PERSON_TAG_TOO_LONG -> new ApiException(LegacyError.PARAMETER_TOO_LONG, "tag", limit);
      case FACE_NOT_FOUND -> new ApiException(LegacyError.FACE_UNKNOWN, value);
      case LAST_FACE ->
          Parameters.wrong("face_ids", "a person keeps one face; delperson removes it with all");
      case PERSON_FACES_TOO_MANY,
          UPLOADED_FACES_TOO_MANY,
          GROUP_FACES_TOO_MANY,
          ACCOUNT_FACES_TOO_MANY,
          SEARCHED_FACES_TOO_MANY ->
          new ApiException(LegacyError.FACES_TOO_MANY, limit);
      case GROUP_PERSONS_TOO_MANY -> new ApiException(LegacyError.PERSONS_TOO_MANY, limit);
      case LIST_TOO_LONG ->
          new ApiException(
              value.equals("GROUPS") ? LegacyError.GROUPS_TOO_MANY : LegacyError.PERSONS_TOO_MANY,
              limit);
      case ACROSS_MODEL_VERSIONS ->
          Parameters.wrong("group_ids", "group " + value + " has another model version");
      case CONFLICT, FACES_BEING_ADDED -> new ApiException(LegacyError.TOO_FREQUENT);
      case EMBEDDER_CHANGED -> new ApiException(LegacyError.FEATURES_UNUSABLE, value);
      // What no legacy call can break: names, fields, pages and versions that only IAI has, and
      // custom persons.
      case GROUP_ID_EXISTS,
          GROUP_NAME_ILLEGAL,
          GROUP_NAME_TOO_LONG,
          GROUP_NAME_EXISTS,
          GROUP_TAG_ILLEGAL,
          GROUP_TAG_TOO_LONG,
          GROUP_FIELDS_TOO_MANY,
          GROUP_FIELD_NAME_ILLEGAL,
          GROUP_FIELD_NAME_TOO_LONG,
          GROUP_FIELD_REPEATED,
          GROUP_FIELD_NAME_EXISTS,
          GROUP_FIELD_UNKNOWN,
          MODEL_VERSION_ILLEGAL,
          MODEL_VERSION_UNSUPPORTED,
          PERSON_GENDER_ILLEGAL,
          PERSON_VALUES_TOO_MANY,
          PERSON_VALUE_ILLEGAL,
          PERSON_VALUE_TOO_LONG,
          PERSON_VALUE_REPEATED,
          PERSON_VALUE_UNKNOWN_FIELD,
          ALREADY_MEMBER,
          UPGRADE_NOT_NEWER,
          UPGRADE_UNDER_WAY,
          UPGRADE_SHARED_PERSON,
          UPGRADE_FACES_TOO_MANY,
          UPGRADE_FACES_LOST,
          UPGRADE_JOB_NOT_FOUND,
          REVERT_NOT_DONE,
          REVERT_ONLY_ONCE,
          REVERT_BLOCKED,
          CANDIDATES_TOO_MANY,
          NO_FACES_IN_GROUPS,
          PAGE_LIMIT_EXCEEDED,
          PAGE_OFFSET_EXCEEDED,
          CUSTOM_GROUP_NOT_FOUND,
          CUSTOM_GROUP_EXISTS,
          CATEGORY_NOT_FOUND,
          CATEGORY_EXISTS,
          CATEGORY_REFERRED,
          CATEGORY_LEVEL_CHANGED,
          CATEGORIES_TOO_MANY,
          CUSTOM_PERSONS_TOO_MANY,
          CUSTOM_PERSON_NOT_FOUND,
          CUSTOM_IMAGES_TOO_MANY,
          CUSTOM_IMAGE_NOT_FOUND,
          FACE_OF_ANOTHER,
          FACE_OF_NOBODY ->
          throw new IllegalStateException("No legacy call breaks " + broken.error(), broken);
    };
  }
}
