package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Gender;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.NewPerson;
import dev.mien.gallery.PersonCreation;
import dev.mien.gallery.PersonId;
import dev.mien.gallery.UniquenessRule;
import dev.mien.server.iai.type.FaceRect;
import dev.mien.server.iai.type.PersonExDescriptionInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import dev.mien.vision.image.Image;
import dev.mien.vision.quality.QualityLevel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates a person with a first face, unless a similar person must not be there and is. */
@AutoService(Served.class)
public final class CreatePerson implements IaiAction<CreatePerson.Request, CreatePerson.Response> {

  /** What is sent. */
  public record Request(
      String groupId,
      String personName,
      String personId,
      @Nullable Long gender,
      @Nullable List<PersonExDescriptionInfo> personExDescriptionInfos,
      @Nullable String image,
      @Nullable String url,
      @Nullable @Unsigned Long uniquePersonControl,
      @Nullable @Unsigned Long qualityControl,
      @Nullable @Unsigned Long needRotateDetection) {}

  /** What is answered. */
  public record Response(
      String faceId, FaceRect faceRect, String similarPersonId, String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    GroupId groupId = GroupId.of(request.groupId());
    PersonId personId = PersonId.of(request.personId());
    Gender gender = Gender.of(request.gender() == null ? 0 : request.gender());
    Optional<UniquenessRule> uniqueness = UniquePersonControl.rule(request.uniquePersonControl());
    QualityLevel quality = QualityControl.of(request.qualityControl());
    FaceSelection selection =
        FaceSelection.largest(
            Parameters.flag("NeedRotateDetection", request.needRotateDetection()));
    Gallery gallery = call.services().gallery();
    ModelVersion version = gallery.group(call.account(), groupId).modelVersion();
    Image picture = Pictures.load(call, request.image(), request.url());
    Probe probe = Probe.first(call, picture, selection, quality);
    NewPerson person =
        new NewPerson(
            personId,
            groupId,
            request.personName(),
            gender,
            Parameters.personValues(request.personExDescriptionInfos()),
            probe.templates(call));
    return switch (gallery.createPerson(call.account(), person, uniqueness)) {
      case PersonCreation.Created created ->
          new Response(
              created.faceId().toString(),
              probe.rect(),
              "",
              created.person().modelVersion().text());
      case PersonCreation.SimilarExists similar ->
          new Response("", probe.rect(), similar.personId().value(), version.text());
    };
  }
}
