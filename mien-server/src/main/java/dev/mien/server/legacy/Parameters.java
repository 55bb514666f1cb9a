package dev.mien.server.legacy;

import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request. Those that a call does not know are ignored: clients of several
 * generations send theirs. An empty text is an absent one.
 */
public final class Parameters {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  /** What the Java SDK sends where a name or remark is absent. */
  private static final String ABSENT_TEXT = "null";

  private static final String GROUP_IDS = "group_ids";

  /** As many as a person may be in, and as a search may span. */
  private static final int GROUP_IDS_MAX = 100;

  private static final String SESSION_ID = "session_id";
  private static final int SESSION_ID_CHARACTERS_MAX = 256;

  private final Map<String, Value> values;

  Parameters(Map<String, Value> values) {
    this.values = Map.copyOf(values);
  }

  /** The value of a parameter as it is. */
  Optional<Value> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A text, if it is there. */
  Optional<String> text(String name) throws ApiException {
    return switch (values.get(name)) {
      case null -> Optional.empty();
      case Value.Text(String text) -> text.isEmpty() ? Optional.empty() : Optional.of(text);
      case Value.Whole _, Value.File _, Value.Items _, Value.Other _ ->
          throw wrong(name, "a text is expected");
    };
  }

  /** A text that must be there. */
  String required(String name) throws ApiException {
    return text(name).orElseThrow(() -> empty(name));
  }

  /** A name or remark, if it is there. */
  Optional<String> label(String name) throws ApiException {
    return text(name).filter(text -> !text.equals(ABSENT_TEXT));
  }

  /** A number that may be written as text, if it is there. */
  Optional<Long> number(String name) throws ApiException {
    return switch (values.get(name)) {
      case null -> Optional.empty();
      case Value.Whole(long number) -> Optional.of(number);
      case Value.Text(String text) when text.isEmpty() -> Optional.empty();
      case Value.Text(String text) when DIGITS.matcher(text).matches() ->
          Optional.of(Long.parseLong(text));
      case Value.Text _, Value.File _, Value.Items _, Value.Other _ ->
          throw wrong(name, "a whole number is expected");
    };
  }

  /** A list, empty if it is absent. */
  List<Value> items(String name) throws ApiException {
    return switch (values.get(name)) {
      case null -> List.of();
      case Value.Items(List<Value> items) -> items;
      case Value.Text _, Value.Whole _, Value.File _, Value.Other _ ->
          throw wrong(name, "a list is expected");
    };
  }

  private List<String> texts(String name) throws ApiException {
    List<String> texts = new ArrayList<>();
    for (Value item : items(name)) {
      if (!(item instanceof Value.Text(String text))) {
        throw wrong(name, "a list of texts is expected");
      }
      texts.add(text);
    }
    if (texts.isEmpty()) {
      throw empty(name);
    }
    return texts;
  }

  /** The person that a request is about. */
  PersonId personId() throws ApiException, GalleryException {
    return PersonId.of(required("person_id"));
  }

  /** The groups that a request is about: at least one, at most {@value #GROUP_IDS_MAX}. */
  List<GroupId> groupIds() throws ApiException, GalleryException {
    List<String> texts = texts(GROUP_IDS);
    if (texts.size() > GROUP_IDS_MAX) {
      throw new ApiException(LegacyError.GROUPS_TOO_MANY, GROUP_IDS_MAX);
    }
    List<GroupId> ids = new ArrayList<>();
    for (String text : texts) {
      ids.add(GroupId.of(text));
    }
    return ids;
  }

  /** The group, or groups, where a request looks for somebody. */
  List<GroupId> searchedGroups() throws ApiException, GalleryException {
    Optional<String> one = text("group_id");
    return one.isPresent() && !values.containsKey(GROUP_IDS)
        ? List.of(GroupId.of(one.get()))
        : groupIds();
  }

  /** The faces that a request is about; text that cannot be a face's id is left out. */
  List<FaceId> faceIds() throws ApiException {
    return texts("face_ids").stream().map(FaceId::parse).flatMap(Optional::stream).toList();
  }

  /** What the answer shall say as its session: what the request says, or its own id. */
  String sessionId(UUID requestId) throws ApiException {
    @Nullable String given = text(SESSION_ID).orElse(null);
    if (given != null && given.length() > SESSION_ID_CHARACTERS_MAX) {
      throw new ApiException(LegacyError.PARAMETER_TOO_LONG, SESSION_ID, SESSION_ID_CHARACTERS_MAX);
    }
    return given == null ? requestId.toString() : given;
  }

  /** Says that a parameter is absent or empty. */
  static ApiException empty(String name) {
    return new ApiException(LegacyError.PARAMETER_EMPTY, name);
  }

  /** Says that a parameter has a value that cannot be. */
  static ApiException wrong(String name, String expected) {
    return new ApiException(LegacyError.INVALID_PARAMETER, name, expected);
  }
}
