package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import java.util.List;

/** Puts a person into more groups, which come into being if they must. */
@AutoService(LegacyCall.class)
public final class AddGroupIds implements LegacyCall {

  /** What is answered; the groups are all those of the person. */
  public record Data(String personId, long added, List<String> groupIds, String sessionId) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    PersonId id = parameters.personId();
    List<GroupId> groups = parameters.groupIds();
    Gallery gallery = caller.services().gallery();
    List<GroupId> joined = gallery.joinGroups(caller.account(), id, groups);
    return new Data(id.value(), joined.size(), Groups.of(caller, id), sessionId);
  }
}
