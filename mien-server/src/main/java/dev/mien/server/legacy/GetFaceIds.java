package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import java.util.List;

/** Lists the faces of a person. */
@AutoService(LegacyCall.class)
public final class GetFaceIds implements LegacyCall {

  /** What is answered. */
  public record Data(List<String> faceIds) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    return new Data(
        caller
            .services()
            .gallery()
            .person(caller.account(), parameters.personId())
            .faceIds()
            .stream()
            .map(FaceId::toString)
            .toList());
  }
}
