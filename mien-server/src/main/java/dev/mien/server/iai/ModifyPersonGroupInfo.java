package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.PersonId;
import dev.mien.server.iai.type.PersonExDescriptionInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.List;

/** Changes what a group's description fields say of a person. */
@AutoService(Served.class)
public final class ModifyPersonGroupInfo
    implements IaiAction<ModifyPersonGroupInfo.Request, Nothing> {

  /** What is sent. */
  public record Request(
      String groupId, String personId, List<PersonExDescriptionInfo> personExDescriptionInfos) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Nothing answer(Request request, Call call) throws ApiException, GalleryException {
    Parameters.requireAny("PersonExDescriptionInfos", request.personExDescriptionInfos());
    call.services()
        .gallery()
        .modifyMembership(
            call.account(),
            GroupId.of(request.groupId()),
            PersonId.of(request.personId()),
            Parameters.personValues(request.personExDescriptionInfos()));
    return new Nothing();
  }
}
