package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.FaceLook;
import dev.mien.gallery.GalleryException;
import dev.mien.server.enrol.KeptFace;
import dev.mien.server.protocol.ApiException;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.shape.Beauty;
import java.util.ArrayList;
import java.util.List;

/** Finds faces, and tells what the five largest look like. */
@AutoService(LegacyCall.class)
public final class Detect implements LegacyCall {
  private static final int FACES_ANALYSED_MAX = 5;
  private static final FaceLook.Traits NOT_ANALYSED = new FaceLook.Traits(0, 0, 0, false);

  /** What is answered. */
  public record Data(String sessionId, long imageWidth, long imageHeight, List<FoundFace> face) {}

  /** A face; its id is made for this answer and names no enrolled face. */
  public record FoundFace(
      String faceId,
      long x,
      long y,
      double width,
      double height,
      long gender,
      long age,
      long expression,
      boolean glass,
      long pitch,
      long yaw,
      long roll,
      long beauty) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    String sessionId = parameters.sessionId(caller.requestId());
    int max = FaceChoice.max(parameters);
    if (!caller.services().faces().hasAttributes()) {
      throw new ApiException(LegacyError.CALL_RETIRED, name());
    }
    Image picture = Pictures.load(parameters, caller);
    List<FoundFace> faces = new ArrayList<>();
    for (Probe probe : Probe.find(caller, picture, max)) {
      faces.add(describe(caller, probe, faces.size() < FACES_ANALYSED_MAX));
    }
    return new Data(sessionId, picture.width(), picture.height(), faces);
  }

  private static FoundFace describe(Caller caller, Probe probe, boolean analysed) {
    FaceEngine engine = caller.services().faces();
    FaceLook look =
        analysed
            ? KeptFace.look(engine, probe.picture(), probe.face())
            : KeptFace.place(probe.face());
    FaceLook.Traits traits = look.traits().orElse(NOT_ANALYSED);
    int beauty =
        analysed ? Beauty.of(probe.picture(), engine.details(probe.picture(), probe.face())) : 0;
    return new FoundFace(
        caller.services().gallery().unusedFaceId().toString(),
        look.x(),
        look.y(),
        look.width(),
        look.height(),
        traits.gender(),
        traits.age(),
        traits.smile(),
        traits.glasses(),
        look.pitch(),
        look.yaw(),
        look.roll(),
        beauty);
  }
}
