package dev.mien.vision.image;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libjpeg-turbo's decoder, where the system has it: it gives the very pixels that the JDK's does,
 * which is of the same family, in a third of the time. It only takes what it can do without a word;
 * whatever it warns of is left to the JDK's decoder, which so decides alone what is refused.
 * Thread-safe.
 *
 * <p>Of the TurboJPEG API (turbojpeg.h), functions that versions 1.4 to 3.1 have are called.
 */
final class TurboJpeg {
  private static final Logger LOG = LoggerFactory.getLogger(TurboJpeg.class);

  /** The name under which Linux distributions have API version 2 and later. */
  private static final String LIBRARY = "libturbojpeg.so.0";

  /** It cannot be interrupted: more scans than cameras and editors write are left to the JDK. */
  private static final int SCANS_MAX = 16;

  private static final int RGB = 0;
  private static final int COLOUR_SPACE_YCBCR = 1;
  private static final int COLOUR_SPACE_GRAY = 2;

  private static final Optional<TurboJpeg> INSTANCE = load();

  private final MethodHandle open;
  private final MethodHandle close;
  private final MethodHandle readHeader;
  private final MethodHandle decompress;

  private TurboJpeg(SymbolLookup library) {
    this.open = function(library, "tjInitDecompress", FunctionDescriptor.of(ADDRESS));
    this.close = function(library, "tjDestroy", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    this.readHeader =
        function(
            library,
            "tjDecompressHeader3",
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
    this.decompress =
        function(
            library,
            "tjDecompress2",
            FunctionDescriptor.of(
                JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT,
                JAVA_INT, JAVA_INT));
  }

  /** The system's, if there is one. */
  static Optional<TurboJpeg> instance() {
    return INSTANCE;
  }

  /** Native code is called with memory of known sizes only: the launcher allows it. */
  @SuppressWarnings("restricted")
  private static Optional<TurboJpeg> load() {
    try {
      return Optional.of(new TurboJpeg(SymbolLookup.libraryLookup(LIBRARY, Arena.global())));
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      LOG.debug("There is no {}: pictures are decoded by the JDK", LIBRARY, e);
      return Optional.empty();
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
   */
  Optional<Image> decode(byte[] bytes, ImageHeader header) {
    if (!header.commonColours() || header.scans() > SCANS_MAX) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment handle = (MemorySegment) open.invokeExact();
      if (handle.address() == 0) {
        return Optional.empty();
      }
      try {
        return decode(arena, handle, bytes, header);
      } finally {
        int _ = (int) close.invokeExact(handle);
      }
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("functions of C throw nothing", e);
    }
  }

  private Optional<Image> decode(
      Arena arena, MemorySegment handle, byte[] bytes, ImageHeader header) throws Throwable {
    int width = (int) header.width();
    int height = (int) header.height();
    MemorySegment file = arena.allocateFrom(JAVA_BYTE, bytes);
    MemorySegment found = arena.allocate(JAVA_INT, 4);
    int status =
        (int)
            readHeader.invokeExact(
                handle,
                file,
                file.byteSize(),
                found,
                found.asSlice(4),
                found.asSlice(8),
                found.asSlice(12));
    int colourSpace = found.getAtIndex(JAVA_INT, 3);
    if (status != 0
        || found.getAtIndex(JAVA_INT, 0) != width
        || found.getAtIndex(JAVA_INT, 1) != height
        || (colourSpace != COLOUR_SPACE_YCBCR && colourSpace != COLOUR_SPACE_GRAY)) {
      return Optional.empty();
    }
    MemorySegment pixels = arena.allocate(3L * width * height);
    status =
        (int)
            decompress.invokeExact(
                handle, file, file.byteSize(), pixels, width, 3 * width, height, RGB, 0);
    // Warnings count as failures too.
    return status == 0
        ? Optional.of(
            Pixels.toImage(pixels.toArray(JAVA_BYTE), width, height, header.orientation()))
        : Optional.empty();
  }
}
