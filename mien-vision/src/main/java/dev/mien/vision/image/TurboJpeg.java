package dev.mien.vision.image;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libjpeg-turbo's decoder, as the library Leptonica has it, which comes with Mien for some
 * platforms: it gives the very pixels that the JDK's does, which is of the same family, in a
 * quarter of the time. It only takes what it can do without a word; whatever it warns of is left to
 * the JDK's decoder, which so decides alone what is refused. Thread-safe.
 */
final class TurboJpeg {
  private static final Logger LOG = LoggerFactory.getLogger(TurboJpeg.class);

  private static final String LIBRARY = "libleptonica.so.6";

  /** It cannot be interrupted: more scans than cameras and editors write are left to the JDK. */
  private static final int SCANS_MAX = 16;

  /** Leptonica's L_SEVERITY_NONE: it writes nothing to the standard error output. */
  private static final int SILENT = 6;

  /** Samples of a pixel of a gray picture, which Leptonica keeps in a byte. */
  private static final int GRAY = 1;

  /** Samples of a pixel of a picture in colour, which Leptonica keeps in a word. */
  private static final int COLOUR = 3;

  private static final Optional<TurboJpeg> INSTANCE = load();

  private final MethodHandle readHeader;
  private final MethodHandle read;
  private final MethodHandle width;
  private final MethodHandle height;
  private final MethodHandle data;
  private final MethodHandle wordsPerRow;
  private final MethodHandle destroy;

  private TurboJpeg(SymbolLookup library) {
    this.readHeader =
        function(
            library,
            "readHeaderMemJpeg",
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    this.read =
        function(
            library,
            "pixReadMemJpeg",
            FunctionDescriptor.of(
                ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    this.width = function(library, "pixGetWidth", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    this.height = function(library, "pixGetHeight", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    this.data = function(library, "pixGetData", FunctionDescriptor.of(ADDRESS, ADDRESS));
    this.wordsPerRow = function(library, "pixGetWpl", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    this.destroy = function(library, "pixDestroy", FunctionDescriptor.ofVoid(ADDRESS));
  }

  /** The bundled one, if there is one for this platform. */
  static Optional<TurboJpeg> instance() {
    return INSTANCE;
  }

  /**
   * Unpacked on first use into the user's cache, as the video decoder is. Native code is called
   * with memory of known sizes only: the launcher allows it.
   */
  @SuppressWarnings("restricted")
  private static Optional<TurboJpeg> load() {
    String resource = "/org/bytedeco/leptonica/" + Loader.getPlatform() + "/" + LIBRARY;
    try {
      File file = Loader.cacheResource(TurboJpeg.class, resource);
      if (file == null) {
        LOG.info("There is no {}: JPEGs are decoded by the JDK, more slowly", resource);
        return Optional.empty();
      }
      SymbolLookup library = SymbolLookup.libraryLookup(file.toPath(), Arena.global());
      MethodHandle silence =
          function(library, "setMsgSeverity", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
      int _ = (int) silence.invokeExact(SILENT);
      return Optional.of(new TurboJpeg(library));
    } catch (IOException
        | IllegalArgumentException
        | IllegalCallerException
        | UnsupportedOperationException e) {
      LOG.warn("{} cannot be used: JPEGs are decoded by the JDK, more slowly", resource, e);
      return Optional.empty();
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle function(
      SymbolLookup library, String name, FunctionDescriptor descriptor) {
    MemorySegment address =
        library
            .find(name)
            .orElseThrow(() -> new IllegalArgumentException(LIBRARY + " has no " + name));
    return Linker.nativeLinker().downcallHandle(address, descriptor);
  }

  /**
   * The picture, turned for display, if the file is of the common kind and without a flaw.
   *
   * @param header as read from the same bytes, within the limits
   * @param reduction 1, or by how much smaller it is to be made in the transform: 2, 4 or 8; sides
   *     are rounded up
   */
  Optional<Image> decode(byte[] bytes, ImageHeader header, int reduction) {
    if (!header.common() || header.scans() > SCANS_MAX) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment file = arena.allocateFrom(JAVA_BYTE, bytes);
      int samples = samples(arena, file, header);
      return samples == GRAY || samples == COLOUR
          ? decode(arena, file, header, samples, reduction)
          : Optional.empty();
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** Samples of a pixel, if the decoder reads the same size in the header; otherwise 0. */
  private int samples(Arena arena, MemorySegment file, ImageHeader header) throws Throwable {
    MemorySegment width = arena.allocate(JAVA_INT);
    MemorySegment height = arena.allocate(JAVA_INT);
    MemorySegment samples = arena.allocate(JAVA_INT);
    int failed =
        (int)
            readHeader.invokeExact(
                file,
                file.byteSize(),
                width,
                height,
                samples,
                MemorySegment.NULL,
                MemorySegment.NULL);
    boolean same =
        width.get(JAVA_INT, 0) == header.width() && height.get(JAVA_INT, 0) == header.height();
    return failed == 0 && same ? samples.get(JAVA_INT, 0) : 0;
  }

  private Optional<Image> decode(
      Arena arena, MemorySegment file, ImageHeader header, int samples, int reduction)
      throws Throwable {
    MemorySegment warnings = arena.allocate(JAVA_INT);
    // No palette and no hints; the decoder itself gives up after a warning.
    MemorySegment picture =
        (MemorySegment) read.invokeExact(file, file.byteSize(), 0, reduction, warnings, 0);
    if (picture.address() == 0) {
      return Optional.empty();
    }
    try {
      int columns = (int) width.invokeExact(picture);
      int rows = (int) height.invokeExact(picture);
      if (warnings.get(JAVA_INT, 0) != 0
          || columns != Math.ceilDiv(header.width(), reduction)
          || rows != Math.ceilDiv(header.height(), reduction)) {
        return Optional.empty();
      }
      Pixels.Placement placement =
          new Pixels.Placement(new byte[3 * columns * rows], columns, rows, header.orientation());
      place(picture, columns, rows, samples, placement);
      return Optional.of(placement.image());
    } finally {
      MemorySegment reference = arena.allocate(ADDRESS);
      reference.set(ADDRESS, 0, picture);
      destroy.invokeExact(reference);
    }
  }

  /** Leptonica's words, of which the highest byte is the first, as three bytes a pixel. */
  @SuppressWarnings("restricted")
  private void place(
      MemorySegment picture, int width, int height, int samples, Pixels.Placement placement)
      throws Throwable {
    byte[] rgb = placement.target();
    int[] row = new int[(int) wordsPerRow.invokeExact(picture)];
    long rowBytes = (long) Integer.BYTES * row.length;
    MemorySegment words =
        ((MemorySegment) data.invokeExact(picture)).reinterpret(rowBytes * height);
    int step = placement.columnStep();
    for (int y = 0; y < height; y++) {
      MemorySegment.copy(words, JAVA_INT, rowBytes * y, row, 0, row.length);
      int at = placement.at(0, y);
      for (int x = 0; x < width; x++, at += step) {
        int word = samples == COLOUR ? row[x] : gray(row, x);
        rgb[at] = (byte) (word >> 24);
        rgb[at + 1] = (byte) (word >> 16);
        rgb[at + 2] = (byte) (word >> 8);
      }
    }
  }

  /** A gray sample three times, as a word in colour. */
  private static int gray(int[] row, int x) {
    int sample = (row[x / Integer.BYTES] << (Byte.SIZE * (x % Integer.BYTES))) >>> 24;
    return sample * 0x01010100;
  }

  private static RuntimeException unchecked(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException known
        ? known
        : new IllegalStateException("functions of C throw nothing", e);
  }
}
