package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.FaceOffer;
import dev.mien.gallery.FaceTemplates;
import dev.mien.gallery.Gallery;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Gives a person more faces, but for those that it practically has. */
@AutoService(LegacyCall.class)
public final class AddFace implements LegacyCall {
  /** Pictures in one request: as many as a person may have faces. */
  private static final int PICTURES_MAX = 20;

  private static final int OK = 0;

  /** What is answered; one code for each picture. */
  public record Data(String sessionId, long added, List<String> faceIds, List<Integer> retCodes) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    PersonId id = parameters.personId();
    Optional<String> tag = parameters.label("tag");
    String parameter = parameters.items("urls").isEmpty() ? "images" : "urls";
    List<Value> sources = parameters.items(parameter);
    if (sources.isEmpty()) {
      throw new ApiException(LegacyError.PICTURE_EMPTY, "urls / images");
    }
    if (sources.size() > PICTURES_MAX) {
      throw new ApiException(LegacyError.FACES_TOO_MANY, PICTURES_MAX);
    }
    Gallery gallery = caller.services().gallery();
    gallery.person(caller.account(), id); // before the pictures: they take longer
    List<Integer> codes = new ArrayList<>(Collections.nCopies(sources.size(), OK));
    List<Integer> positions = new ArrayList<>();
    List<FaceTemplates> faces = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      try {
        Probe probe = Probe.largest(caller, Pictures.load(caller, sources.get(i), parameter));
        faces.add(probe.kept(caller));
        positions.add(i);
      } catch (ApiException refused) {
        codes.set(i, codeOf(refused));
      }
    }
    List<FaceOffer> offers = gallery.offerFaces(caller.account(), id, faces, tag);
    return describe(sessionId, offers, positions, codes);
  }

  /** The code of a picture that cannot be used; what concerns the whole request is thrown on. */
  private static int codeOf(ApiException refused) throws ApiException {
    if (refused.code() instanceof LegacyError error) {
      switch (error) {
        case NO_FACE,
            PICTURE_UNREADABLE,
            PICTURE_EMPTY,
            URL_FAILED,
            DOWNLOAD_TOO_LARGE,
            BODY_TOO_LARGE,
            FORMAT_ILLEGAL -> {
          return error.number();
        }
        default -> {}
      }
    }
    throw refused;
  }

  private static Data describe(
      String sessionId, List<FaceOffer> offers, List<Integer> positions, List<Integer> codes) {
    List<String> faceIds = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      switch (offers.get(i)) {
        case FaceOffer.Taken taken -> faceIds.add(taken.faceId().toString());
        case FaceOffer.NearlyIdentical _ ->
            codes.set(positions.get(i), LegacyError.NEARLY_IDENTICAL.number());
        case FaceOffer.NoRoom _ -> codes.set(positions.get(i), LegacyError.FACES_TOO_MANY.number());
      }
    }
    return new Data(sessionId, faceIds.size(), faceIds, codes);
  }
}
