package dev.mien.server.it;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;

/** Portraits cut from the photos that come with the model packages. Ann is on two of them. */
public enum Photos {
  ANN("sample1.jpg", 1337, 56, 500, 500),
  /** Close enough for what needs faces of 100 pixels. */
  ANN_CLOSE("sample1.jpg", 1437, 126, 320, 320),
  ANN_AGAIN("sample3.jpg", 928, 117, 500, 500),
  BEA("sample3.jpg", 1360, 190, 480, 480),
  CLEO("sample3.jpg", 440, 200, 500, 500);

  private static final int SIDE = 224;
  private static final String FOLDER = "/dev/mien/models/photos/";

  /** To cut one out, a whole photo is decoded; clients ask for it with every call. */
  private static final Map<Photos, byte[]> PORTRAITS = new ConcurrentHashMap<>();

  private final String file;
  private final int x;
  private final int y;
  private final int width;
  private final int height;

  Photos(String file, int x, int y, int width, int height) {
    this.file = file;
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
  }

  /**
   * The portrait as JPEG, 224 pixels a side: small enough for every way a request can be signed.
   */
  public byte[] jpeg() {
    return PORTRAITS.computeIfAbsent(this, Photos::cutOut).clone();
  }

  private byte[] cutOut() {
    BufferedImage portrait = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = portrait.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(photo(file).getSubimage(x, y, width, height), 0, 0, SIDE, SIDE, null);
    graphics.dispose();
    return encode(portrait, "jpg");
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(jpeg());
  }

  /** A whole photo, with several people. */
  static BufferedImage photo(String file) {
    try (InputStream in = Photos.class.getResourceAsStream(FOLDER + file)) {
      return ImageIO.read(Objects.requireNonNull(in, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole photo's bytes as they are. */
  static byte[] bytes(String file) {
    try (InputStream in = Photos.class.getResourceAsStream(FOLDER + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] encode(BufferedImage image, String format) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("no writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
