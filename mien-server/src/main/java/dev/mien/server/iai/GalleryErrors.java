package dev.mien.server.iai;

import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import java.util.Locale;

/** What IAI answers when a rule of the gallery is broken. */
final class GalleryErrors {
  private GalleryErrors() {}

  static ApiException toApi(GalleryException broken) {
    String value = broken.value();
    long limit = broken.limit().orElse(0);
    return switch (broken.error()) {
      case VALUE_EMPTY -> new ApiException(IaiError.ERROR_PARAMETER_EMPTY, parameterNamed(value));
      case GROUP_ID_ILLEGAL -> new ApiException(IaiError.GROUP_ID_ILLEGAL);
      case GROUP_ID_TOO_LONG -> new ApiException(IaiError.GROUP_ID_TOO_LONG, limit);
      case GROUP_ID_EXISTS -> new ApiException(IaiError.GROUP_ID_ALREADY_EXIST, value);
      case GROUP_NOT_FOUND -> new ApiException(IaiError.GROUP_ID_NOT_EXIST, value);
      case GROUP_NAME_ILLEGAL -> new ApiException(IaiError.GROUP_NAME_ILLEGAL);
      case GROUP_NAME_TOO_LONG -> new ApiException(IaiError.GROUP_NAME_TOO_LONG, limit);
      case GROUP_NAME_EXISTS -> new ApiException(IaiError.GROUP_NAME_ALREADY_EXIST, value);
      case GROUP_TAG_ILLEGAL -> new ApiException(IaiError.GROUP_TAG_ILLEGAL);
      case GROUP_TAG_TOO_LONG -> new ApiException(IaiError.GROUP_TAG_TOO_LONG, limit);
      case GROUP_FIELDS_TOO_MANY -> new ApiException(IaiError.GROUP_EX_DESCRIPTIONS_EXCEED, limit);
      case GROUP_FIELD_NAME_ILLEGAL ->
          new ApiException(IaiError.GROUP_EX_DESCRIPTIONS_NAME_ILLEGAL);
      case GROUP_FIELD_NAME_TOO_LONG ->
          new ApiException(IaiError.GROUP_EX_DESCRIPTIONS_NAME_TOO_LONG, limit);
      case GROUP_FIELD_REPEATED ->
          new ApiException(IaiError.GROUP_EX_DESCRIPTIONS_NAME_IDENTICAL, value);
      case GROUP_FIELD_NAME_EXISTS ->
          new ApiException(IaiError.DUPLICATED_GROUP_DESCRIPTION, value);
      case GROUP_FIELD_UNKNOWN -> unknownField("GroupExDescriptionIndex", value);
      case GROUPS_TOO_MANY -> new ApiException(IaiError.GROUP_NUM_EXCEED, limit);
      case MODEL_VERSION_ILLEGAL ->
          new ApiException(IaiError.FACE_MODEL_VERSION_ILLEGAL, Versions.SUPPORTED);
      case PERSON_ID_ILLEGAL -> new ApiException(IaiError.PERSON_ID_ILLEGAL);
      case PERSON_ID_TOO_LONG -> new ApiException(IaiError.PERSON_ID_TOO_LONG, limit);
      case PERSON_ID_EXISTS -> new ApiException(IaiError.PERSON_ID_ALREADY_EXIST, value);
      case PERSON_NOT_FOUND -> new ApiException(IaiError.PERSON_ID_NOT_EXIST, value);
      case PERSON_NAME_ILLEGAL -> new ApiException(IaiError.PERSON_NAME_ILLEGAL);
      case PERSON_NAME_TOO_LONG -> new ApiException(IaiError.PERSON_NAME_TOO_LONG, limit);
      case PERSON_GENDER_ILLEGAL -> new ApiException(IaiError.PERSON_GENDER_ILLEGAL);
      case PERSON_VALUES_TOO_MANY ->
          new ApiException(IaiError.PERSON_EX_DESCRIPTION_INFOS_EXCEED, limit);
      case PERSON_VALUE_ILLEGAL, PERSON_TAG_ILLEGAL ->
          new ApiException(IaiError.PERSON_EX_DESCRIPTIONS_NAME_ILLEGAL);
      case PERSON_VALUE_TOO_LONG, PERSON_TAG_TOO_LONG ->
          new ApiException(IaiError.PERSON_EX_DESCRIPTIONS_NAME_TOO_LONG, limit);
      case PERSON_VALUE_REPEATED ->
          new ApiException(IaiError.PERSON_EX_DESCRIPTIONS_NAME_IDENTICAL, value);
      case PERSON_VALUE_UNKNOWN_FIELD -> unknownField("PersonExDescriptionIndex", value);
      case PERSON_GROUPS_TOO_MANY -> new ApiException(IaiError.GROUP_NUM_PER_PERSON_EXCEED, limit);
      case ALREADY_MEMBER -> new ApiException(IaiError.PERSON_EXIST_IN_GROUP);
      case NOT_A_MEMBER -> new ApiException(IaiError.GROUP_PERSON_MAP_NOT_EXIST);
      case UPLOADED_FACES_TOO_MANY -> new ApiException(IaiError.UPLOAD_FACE_NUM_EXCEED, limit);
      case PERSON_FACES_TOO_MANY -> new ApiException(IaiError.PERSON_FACE_NUM_EXCEED, limit);
      case LAST_FACE -> new ApiException(IaiError.DELETE_FACE_NUM_EXCEED);
      case FACE_NOT_FOUND -> new ApiException(IaiError.INVALID_PARAMETER, "FaceId", "no such face");
      case GROUP_FACES_TOO_MANY, GROUP_PERSONS_TOO_MANY ->
          new ApiException(IaiError.GROUP_FACE_NUM_EXCEED, limit);
      case ACCOUNT_FACES_TOO_MANY -> new ApiException(IaiError.ACCOUNT_FACE_NUM_EXCEED, limit);
      case ACROSS_MODEL_VERSIONS -> new ApiException(IaiError.ACROSS_VERSIONS_ERROR, value);
      case GROUP_BEING_DELETED -> new ApiException(IaiError.GROUP_IN_DELETED_STATE);
      case CONFLICT -> new ApiException(IaiError.CONFLICT_OPERATION);
      case FACES_BEING_ADDED -> new ApiException(IaiError.CREATE_FACE_CONCURRENT);
      case UPGRADE_NOT_NEWER -> new ApiException(IaiError.GROUP_NOT_OLDER, value);
      case UPGRADE_UNDER_WAY -> new ApiException(IaiError.GROUP_IN_UPGRADE, value);
      case UPGRADE_SHARED_PERSON -> new ApiException(IaiError.GROUP_SHARES_PERSON, value);
      case UPGRADE_FACES_TOO_MANY -> new ApiException(IaiError.GROUP_TOO_LARGE_TO_UPGRADE, limit);
      case UPGRADE_FACES_LOST -> new ApiException(IaiError.GROUP_LOST_FACES, limit, value);
      case UPGRADE_JOB_NOT_FOUND -> new ApiException(IaiError.UPGRADE_JOB_ID_NOT_EXIST, value);
      case REVERT_NOT_DONE -> new ApiException(IaiError.JOB_NOT_DONE, value);
      case REVERT_ONLY_ONCE -> new ApiException(IaiError.JOB_ROLLED_BACK_BEFORE);
      case REVERT_BLOCKED -> new ApiException(IaiError.JOB_CANNOT_ROLLBACK, value);
      case MODEL_VERSION_UNSUPPORTED ->
          new ApiException(IaiError.UNSUPPORTED_GROUP_FACE_MODEL_VERSION, value);
      case EMBEDDER_CHANGED -> new ApiException(IaiError.ACROSS_VERSIONS_ERROR, value);
      case GROUP_IDS_TOO_MANY -> new ApiException(IaiError.GROUP_IDS_EXCEED, limit);
      case SEARCHED_FACES_TOO_MANY -> new ApiException(IaiError.SEARCHED_FACES_EXCEED, limit);
      case CANDIDATES_TOO_MANY ->
          new ApiException(IaiError.SEARCH_PERSONS_EXCEED, "MaxPersonNum", limit);
      case NO_FACES_IN_GROUPS -> new ApiException(IaiError.NO_FACE_IN_GROUPS);
      case PAGE_LIMIT_EXCEEDED, LIST_TOO_LONG ->
          new ApiException(IaiError.LIMIT_EXCEED, "Limit", 0, limit);
      case PAGE_OFFSET_EXCEEDED -> new ApiException(IaiError.OFFSET_EXCEED, limit);
      // What only custom persons have rules about.
      case CUSTOM_GROUP_NOT_FOUND,
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
          new ApiException(IaiError.UN_KNOW_ERROR);
    };
  }

  private static ApiException unknownField(String parameter, String index) {
    return new ApiException(
        IaiError.INVALID_PARAMETER, parameter, "the group has no description field " + index);
  }

  /** The parameter that carries a text which the gallery calls {@code GROUP_ID}. */
  private static String parameterNamed(String text) {
    if (text.equals("GROUP_FIELD_NAME")) {
      return "GroupExDescription";
    }
    StringBuilder parameter = new StringBuilder();
    for (String word : text.split("_", -1)) {
      parameter.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return parameter.toString();
  }
}
