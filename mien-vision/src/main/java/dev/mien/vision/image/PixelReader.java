package dev.mien.vision.image;

import dev.mien.vision.image.ImageException.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The one place that uses ImageIO. Reads whole pictures whose header was checked, from memory,
 * without a disk cache, and gives up at a deadline.
 */
final class PixelReader {

  static {
    // A reader that opens a stream of its own must not write clients' pictures to a disk cache
    // either.
    ImageIO.setUseCache(false);
  }

  private PixelReader() {}

  static Image read(byte[] bytes, ImageFormat format, ImageHeader header, Duration maxDecodeTime)
      throws ImageException {
    ImageReader reader = readerOf(format);
    Watch watch = new Watch(reader, System.nanoTime() + maxDecodeTime.toNanos());
    // The bytes are in memory already: this stream keeps its read-ahead there too.
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(stream, true, true);
      reader.addIIOReadProgressListener(watch);
      reader.addIIOReadWarningListener(watch);
      if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
        throw new ImageException(Problem.DECODE_FAILED, "the headers disagree about the size");
      }
      BufferedImage image = reader.read(0);
      if (watch.late) {
        throw new ImageException(Problem.TOO_SLOW, "decoding took longer than " + maxDecodeTime);
      }
      if (watch.incomplete) {
        throw new ImageException(Problem.DECODE_FAILED, "the picture's data end too early");
      }
      return Pixels.toImage(image, header.orientation(), format == ImageFormat.BMP);
    } catch (IOException | RuntimeException e) {
      // Readers meet corrupt bytes with unchecked exceptions of many kinds.
      throw new ImageException(Problem.DECODE_FAILED, "the " + format + " is corrupt", e);
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader readerOf(ImageFormat format) {
    Iterator<ImageReader> readers =
        ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT));
    if (!readers.hasNext()) {
      throw new IllegalStateException("no reader for " + format + " on the class path");
    }
    return readers.next();
  }

  /**
   * Listens while a reader works: aborts it when it is late, and notes when it had to invent
   * pixels.
   */
  private static final class Watch implements IIOReadProgressListener, IIOReadWarningListener {

    private final ImageReader reader;
    private final long deadlineNanos;
    private boolean late;
    private boolean incomplete;

    Watch(ImageReader reader, long deadlineNanos) {
      this.reader = reader;
      this.deadlineNanos = deadlineNanos;
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
      if (System.nanoTime() - deadlineNanos > 0) {
        late = true;
        reader.abort();
      }
    }

    /**
     * libjpeg's words for missing data are "Premature end of JPEG file" and "premature end of data
     * segment".
     */
    @Override
    public void warningOccurred(ImageReader source, String warning) {
      incomplete |= warning.toLowerCase(Locale.ROOT).contains("premature end");
    }

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}
  }
}
