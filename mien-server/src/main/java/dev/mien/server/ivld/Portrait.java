package dev.mien.server.ivld;

import dev.mien.gallery.FaceTemplates;
import dev.mien.gallery.GalleryException;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaRefusedException;
import dev.mien.media.MediaStore;
import dev.mien.media.MediaType;
import dev.mien.media.NewMedia;
import dev.mien.server.enrol.KeptFace;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageEncoder;
import dev.mien.vision.quality.FaceQuality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture that shows one person, good enough to be recognised by.
 *
 * @param picture the picture, upright
 * @param face what is kept of the face
 */
record Portrait(Image picture, FaceTemplates face) {
  /** What the pictures of custom persons are kept for. */
  static final String LABEL = "ivld-person";

  /** Smaller faces, as of people in the background, do not count. */
  private static final int FACE_SIZE_MIN = DetectOptions.DEFAULT_MIN_FACE_SIZE;

  /**
   * The lowest quality score: even odds to be recognised at a false match rate of 0.1 %.
   * docs/adr/0007 says what it refuses.
   */
  private static final int QUALITY_MIN = 50;

  /** One more than allowed. */
  private static final int FACES_MAX = 2;

  /**
   * The picture of a request.
   *
   * @throws ApiException if there is none that can be read, or it shows nobody, several people, or
   *     somebody who can hardly be recognised
   */
  static Portrait of(Call call, @Nullable String image, @Nullable String imageUrl)
      throws ApiException, GalleryException {
    Image picture = ImageSource.load(call, image, imageUrl);
    List<Face> faces =
        call.services().faces().detect(picture, new DetectOptions(FACES_MAX, FACE_SIZE_MIN, false));
    if (faces.isEmpty()) {
      throw new ApiException(IvldError.NO_FACE_IN_IMAGE, FACE_SIZE_MIN);
    }
    if (faces.size() > 1) {
      throw new ApiException(IvldError.MULTIPLE_FACES_IN_IMAGE);
    }
    Face face = faces.getFirst();
    FaceQuality quality = call.services().faces().quality(picture, face);
    if (quality.score() < QUALITY_MIN) {
      throw new ApiException(IvldError.QUALITY_TOO_LOW, quality.score(), QUALITY_MIN);
    }
    return new Portrait(picture, KeptFace.of(call.services().faces(), picture, face, quality));
  }

  /** Work that refers to a picture that was kept for it. */
  @FunctionalInterface
  interface Work<T> {
    T run(String media) throws GalleryException;
  }

  /**
   * Keeps the picture, and then lets it be referred to; if that is refused, the picture goes again.
   * Where it is not known what came of the work, it stays, and the sweep decides.
   *
   * <p>What is kept is made of the pixels: nothing of the file's metadata is, such as where the
   * picture was taken.
   */
  <T> T keptFor(Call call, Work<T> work) throws ApiException, GalleryException {
    MediaStore store = call.services().mediaStore();
    MediaItem item;
    try {
      item =
          store.put(
              NewMedia.kept(call.account(), LABEL, MediaType.JPEG), ImageEncoder.jpeg(picture));
    } catch (MediaRefusedException full) {
      throw new ApiException(IvldError.UPLOAD_FAILED);
    }
    try {
      return work.run(item.id().text());
    } catch (GalleryException refused) {
      store.delete(call.account(), item.id());
      throw refused;
    }
  }
}
