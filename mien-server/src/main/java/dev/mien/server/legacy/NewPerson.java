package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.Enrolment;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.Person;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import dev.mien.vision.image.Image;
import java.util.List;

/** Creates a person with a face in groups, which come into being if they must. */
@AutoService(LegacyCall.class)
public final class NewPerson implements LegacyCall {

  /** What is answered. */
  public record Data(
      String sessionId,
      long sucGroup,
      long sucFace,
      String personId,
      String faceId,
      List<String> groupIds) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    PersonId id = parameters.personId();
    List<GroupId> groups = parameters.groupIds().stream().distinct().toList();
    String name = parameters.label("person_name").orElse("");
    String tag = parameters.label("tag").orElse("");
    Gallery gallery = caller.services().gallery();
    gallery.requireNewPerson(caller.account(), id);
    Image picture = Pictures.load(parameters, caller);
    Probe probe = Probe.largest(caller, picture);
    Person person =
        gallery.enrol(caller.account(), new Enrolment(id, groups, name, tag, probe.kept(caller)));
    List<FaceId> faces = person.faceIds();
    return new Data(
        sessionId,
        groups.size(),
        faces.size(),
        id.value(),
        faces.getFirst().toString(),
        groups.stream().map(GroupId::value).toList());
  }
}
