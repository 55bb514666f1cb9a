package dev.mien.server.bench;

import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A photo to measure with, kept as its file and as its pixels. Immutable and thread-safe. */
final class Photo {
  /** All are kept decoded, which takes some 12 MB for each of 4 megapixels. */
  static final int PHOTOS_MAX = 64;

  private static final List<String> ENDINGS = List.of(".jpg", ".jpeg", ".png", ".bmp");

  private final byte[] file;
  private final int width;
  private final int height;
  private final byte[] rgb;

  private Photo(byte[] file, int width, int height, byte[] rgb) {
    this.file = file;
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  /**
   * Pictures by name, at most {@link #PHOTOS_MAX}.
   *
   * @param places files, and folders of which all pictures are taken
   */
  static List<Photo> load(List<Path> places, ImageDecoder decoder) throws BenchException {
    List<Photo> photos = new ArrayList<>();
    for (Path place : places) {
      for (Path file : files(place)) {
        if (photos.size() < PHOTOS_MAX) {
          photos.add(decoded(file, decoder));
        }
      }
    }
    return List.copyOf(photos);
  }

  private static List<Path> files(Path place) throws BenchException {
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      List<Path> pictures = files.filter(Photo::isPicture).sorted().limit(PHOTOS_MAX).toList();
      if (pictures.isEmpty()) {
        throw new BenchException("there are no pictures in " + place);
      }
      return pictures;
    } catch (IOException e) {
      throw new BenchException("there is no file and no folder " + place, e);
    }
  }

  /** The file's bytes; never to be written to. */
  byte[] file() {
    return file;
  }

  /** Pixels in a row, as displayed. */
  int width() {
    return width;
  }

  /** Rows, as displayed. */
  int height() {
    return height;
  }

  /** The pixels, row by row, three bytes each; never to be written to. */
  byte[] rgb() {
    return rgb;
  }

  /** The picture, without what is kept of an earlier use of it. */
  Image picture() {
    return Image.of(width, height, rgb);
  }

  private static boolean isPicture(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  private static Photo decoded(Path file, ImageDecoder decoder) throws BenchException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      Image image = decoder.decode(bytes);
      byte[] rgb = new byte[3 * image.width() * image.height()];
      for (int y = 0, at = 0; y < image.height(); y++) {
        for (int x = 0; x < image.width(); x++) {
          int pixel = image.rgb(x, y);
          rgb[at++] = (byte) (pixel >> 16);
          rgb[at++] = (byte) (pixel >> 8);
          rgb[at++] = (byte) pixel;
        }
      }
      return new Photo(bytes, image.width(), image.height(), rgb);
    } catch (ImageException | IOException e) {
      throw new BenchException(file + ": " + e.getMessage(), e);
    }
  }
}
