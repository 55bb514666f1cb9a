package dev.mien.evaluate.run;

import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageException;
import dev.mien.vision.image.ImageLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads pictures as the server does with its default settings: the same decoder, the same limits.
 * Thread-safe.
 */
public final class Pictures {
  /** The server's default of 5 MiB of Base64 are so many bytes of a file. */
  private static final long MAX_FILE_BYTES = 5L * 1024 * 1024 / 4 * 3;

  private final Path root;
  private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULTS);

  /**
   * Pictures of a folder.
   *
   * @param root what paths in label files are relative to
   */
  public Pictures(Path root) {
    this.root = root;
  }

  /**
   * Reads a picture.
   *
   * @param path relative to the root, or absolute
   * @return the picture, or why the server would refuse it
   */
  public Result<Image> read(String path) {
    Path file = root.resolve(path);
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        return new Result.Failed<>("the file is larger than the server takes");
      }
      return new Result.Done<>(decoder.decode(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return new Result.Failed<>("there is no such file");
    } catch (IOException e) {
      return new Result.Failed<>("the file cannot be read");
    } catch (ImageException e) {
      return new Result.Failed<>("the picture is refused: " + e.problem());
    }
  }
}
