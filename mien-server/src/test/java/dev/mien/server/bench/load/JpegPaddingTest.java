package dev.mien.server.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.server.it.Photos;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageLimits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class JpegPaddingTest {
  @Test
  void aPaddedPictureHasExactlySoManyBytesAndTheSamePixels() throws Exception {
    byte[] photo = Photos.ANN.jpeg();
    BufferedImage plain = ImageIO.read(new ByteArrayInputStream(photo));
    int[] sizes = {4, 5, 65_537, 65_538, 65_540, 65_541, 131_074, 131_075};
    for (int more : sizes) {
      byte[] padded = JpegPadding.padded(photo, photo.length + more);
      assertThat(padded).hasSize(photo.length + more);
      assertThat(ImageIO.read(new ByteArrayInputStream(padded)).getRGB(40, 40))
          .isEqualTo(plain.getRGB(40, 40));
    }
  }

  @Test
  void theLargestOneFitsIntoARequestTwiceAndTheServersDecoderReadsIt() throws Exception {
    byte[] padded = JpegPadding.padded(Photos.ANN.jpeg(), BenchOptions.PICTURE_BYTES_MAX);
    String text = Base64.getEncoder().encodeToString(padded);
    assertThat(text.length()).isLessThanOrEqualTo(5 << 20);
    Picture picture = Picture.of(padded);
    assertThat(Requests.compare(picture, picture).body().length()).isLessThanOrEqualTo(10 << 20);
    assertThat(new ImageDecoder(ImageLimits.DEFAULTS).decode(padded).width())
        .isEqualTo(ImageIO.read(new ByteArrayInputStream(padded)).getWidth());
  }

  @Test
  void whatIsLargeEnoughStaysAsItIs() throws Exception {
    byte[] photo = Photos.ANN.jpeg();
    assertThat(JpegPadding.padded(photo, 100)).isEqualTo(photo);
    assertThat(JpegPadding.padded(photo, photo.length + 3)).isEqualTo(photo);
    assertThatThrownBy(() -> JpegPadding.padded(new byte[100], 200))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
