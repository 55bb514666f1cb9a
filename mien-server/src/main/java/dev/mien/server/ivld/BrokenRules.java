package dev.mien.server.ivld;

import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What IVLD answers when a rule of the gallery is broken. */
final class BrokenRules {
  private static final Logger LOG = LoggerFactory.getLogger(BrokenRules.class);

  private BrokenRules() {}

  static ApiException toApi(GalleryException broken, IvldError unknownCategory) {
    String value = broken.value();
    long limit = broken.limit().orElse(0);
    return switch (broken.error()) {
      case CUSTOM_GROUP_NOT_FOUND, GROUP_BEING_DELETED, GROUP_NOT_FOUND ->
          new ApiException(IvldError.CUSTOM_GROUP_NOT_FOUND);
      case CUSTOM_GROUP_EXISTS -> new ApiException(IvldError.CUSTOM_GROUP_ALREADY_EXIST);
      case GROUP_NAME_EXISTS -> new ApiException(IvldError.GROUP_NAME_TAKEN, value);
      case CATEGORY_NOT_FOUND -> new ApiException(unknownCategory, value);
      case CATEGORY_EXISTS -> new ApiException(IvldError.CATEGORY_EXIST, value);
      case CATEGORY_REFERRED -> new ApiException(IvldError.CATEGORY_REFERRED, value);
      case CATEGORY_LEVEL_CHANGED -> new ApiException(IvldError.CATEGORY_LEVEL_CHANGED, value);
      case CATEGORIES_TOO_MANY, GROUPS_TOO_MANY ->
          new ApiException(IvldError.USAGE_LIMIT_EXCEEDED, limit);
      case CUSTOM_PERSONS_TOO_MANY -> new ApiException(IvldError.PERSON_NUM_EXCEEDED, limit);
      case CUSTOM_IMAGES_TOO_MANY -> new ApiException(IvldError.IMAGE_NUM_EXCEEDED, limit);
      case GROUP_FACES_TOO_MANY, ACCOUNT_FACES_TOO_MANY ->
          new ApiException(IvldError.INTERNAL_OVERFLOW, limit);
      case CUSTOM_PERSON_NOT_FOUND, PERSON_NOT_FOUND, CUSTOM_IMAGE_NOT_FOUND ->
          new ApiException(IvldError.RECORD_NOT_FOUND, value);
      case FACE_OF_ANOTHER -> new ApiException(IvldError.PERSON_DUPLICATED, value);
      case FACE_OF_NOBODY -> new ApiException(IvldError.PERSON_NOT_MATCHED, value);
      case EMBEDDER_CHANGED -> new ApiException(IvldError.FEATURES_OF_OTHER_MODEL, value);
      case CONFLICT, FACES_BEING_ADDED -> new ApiException(IvldError.CONCURRENCY_OVERFLOW);
      case VALUE_EMPTY, PERSON_NAME_ILLEGAL, PERSON_NAME_TOO_LONG ->
          new ApiException(IvldError.INVALID_NAME);
      // What no action of IVLD can break: ids, texts, versions and lists that only others have.
      default -> {
        LOG.error("No action of IVLD breaks {}", broken.error(), broken);
        yield new ApiException(IvldError.INNER_ERROR);
      }
    };
  }
}
