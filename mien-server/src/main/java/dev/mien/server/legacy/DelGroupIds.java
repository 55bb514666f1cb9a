package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import java.util.HashSet;
import java.util.List;

/** Takes a person out of groups; out of the last one, the person is removed. */
@AutoService(LegacyCall.class)
public final class DelGroupIds implements LegacyCall {

  /** What is answered; the groups are those that the person is still in. */
  public record Data(String personId, long deleted, List<String> groupIds, String sessionId) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    PersonId id = parameters.personId();
    List<GroupId> groups = parameters.groupIds();
    Gallery gallery = caller.services().gallery();
    List<String> before = Groups.of(caller, id);
    List<GroupId> left = gallery.leaveGroups(caller.account(), id, groups);
    if (left.isEmpty()) {
      throw new ApiException(LegacyError.GROUPS_UNKNOWN);
    }
    var gone = new HashSet<>(left.stream().map(GroupId::value).toList());
    return new Data(
        id.value(),
        left.size(),
        before.stream().filter(group -> !gone.contains(group)).toList(),
        sessionId);
  }
}
