package dev.mien.server.vod.type;

import dev.mien.server.protocol.Call;
import dev.mien.server.video.FoundFaces;
import dev.mien.server.video.FoundFaces.FoundFace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The faces of a video. */
public record AigcFaceInfo(String sessionId, List<AigcFaceIdentityInfo> faceInfoList) {
  /** As long as the session is valid. */
  private static final Duration LINK_LIFETIME = Duration.ofHours(24);

  /** With links made anew. */
  public static AigcFaceInfo of(FoundFaces found, Call call) {
    List<AigcFaceIdentityInfo> faces = new ArrayList<>();
    for (FoundFace face : found.faces()) {
      String link =
          face.picture()
              .map(picture -> call.services().mediaLinks().link(picture, LINK_LIFETIME))
              .orElse("");
      faces.add(
          new AigcFaceIdentityInfo(
              Integer.toString(faces.size()), link, face.startMillis(), face.endMillis()));
    }
    return new AigcFaceInfo(found.sessionId(), List.copyOf(faces));
  }
}
