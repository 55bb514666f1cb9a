package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Group;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.GroupSize;
import dev.mien.gallery.Member;
import dev.mien.gallery.Page;
import dev.mien.gallery.Person;
import dev.mien.server.iai.type.PersonInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the persons of a group, oldest first. */
@AutoService(Served.class)
public final class GetPersonList
    implements IaiAction<GetPersonList.Request, GetPersonList.Response> {

  /** What is sent. */
  public record Request(
      String groupId, @Nullable @Unsigned Long offset, @Nullable @Unsigned Long limit) {}

  /** What is answered. */
  public record Response(
      List<PersonInfo> personInfos, long personNum, long faceNum, String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    GroupId id = GroupId.of(request.groupId());
    Group group = call.services().gallery().group(call.account(), id);
    Page<Member> page =
        call.services()
            .gallery()
            .persons(
                call.account(),
                id,
                Parameters.offset(request.offset()),
                Parameters.limit(request.limit()));
    GroupSize size = call.services().gallery().groupSize(call.account(), id);
    return new Response(
        page.items().stream().map(GetPersonList::describe).toList(),
        page.total(),
        size.faces(),
        group.modelVersion().text());
  }

  private static PersonInfo describe(Member member) {
    Person person = member.person();
    return new PersonInfo(
        person.name(),
        person.id().value(),
        person.gender().code(),
        member.values(),
        person.faceIds().stream().map(FaceId::toString).toList(),
        person.createdAt().toEpochMilli());
  }
}
