package dev.mien.vision.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.TestEngine;
import dev.mien.vision.damage.GoodFace;
import dev.mien.vision.image.Image;
import org.junit.jupiter.api.Test;

/** What is seen at the points of a face. */
class FaceTextureTest {
  private static final FaceEngine ENGINE = TestEngine.shared();

  @Test
  void the_features_of_a_mirror_image_are_those_of_the_other_side() throws Exception {
    Image photo = TestEngine.photo("sample1.jpg");
    Face largest = ENGINE.detect(photo, DetectOptions.LARGEST).getFirst();
    Image alone = GoodFace.of(ENGINE, photo, largest).picture();
    float[] features = features(alone);
    float[] seen = features(mirrored(alone));

    assertThat(FaceTexture.mirrored(FaceTexture.mirrored(features))).isEqualTo(features);
    assertThat(distance(FaceTexture.mirrored(features), seen))
        .isLessThan(distance(features, seen) / 2);
  }

  private static float[] features(Image picture) {
    return FaceTexture.of(picture, ENGINE.detect(picture, DetectOptions.LARGEST).getFirst());
  }

  private static Image mirrored(Image image) {
    byte[] rgb = new byte[3 * image.width() * image.height()];
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      for (int x = image.width() - 1; x >= 0; x--) {
        int pixel = image.rgb(x, y);
        for (int shift = 16; shift >= 0; shift -= 8) {
          rgb[at++] = (byte) (pixel >> shift);
        }
      }
    }
    return Image.of(image.width(), image.height(), rgb);
  }

  private static double distance(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum);
  }
}
