package dev.mien.server.bench;

import com.sun.management.ThreadMXBean;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what one request allocates on the heap for its picture, by stage and by place in the
 * code. Memory that the nets and the JPEG decoder have beside the heap is not in it. Not
 * thread-safe.
 */
final class AllocationBench {
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  /** Of the places in the code so many are told. */
  private static final int SITES_TOLD = 10;

  private static final double KILOBYTE = 1e3;

  private final FaceEngine engine;
  private final ImageDecoder decoder;
  private final List<Photo> photos;
  private final double seconds;

  AllocationBench(FaceEngine engine, ImageDecoder decoder, List<Photo> photos, double seconds) {
    this.engine = engine;
    this.decoder = decoder;
    this.photos = photos;
    this.seconds = seconds;
  }

  /** What is done with a decoded picture. */
  @FunctionalInterface
  private interface Work {
    void on(Image picture);
  }

  private Map<String, Work> operations() {
    Map<String, Work> operations = new LinkedHashMap<>();
    operations.put(
        "DetectFace, largest face", picture -> engine.detect(picture, PipelineWork.largest()));
    operations.put("DetectFace, all faces", picture -> engine.detect(picture, PipelineWork.ALL));
    operations.put(
        "DetectFace, attributes, quality", picture -> PipelineWork.ANALYSE.run(engine, picture));
    operations.put(
        "SearchFaces; CompareFace, each",
        picture -> PipelineWork.LARGEST_FACE.run(engine, picture));
    operations.put("CreatePerson", picture -> PipelineWork.ENROL.run(engine, picture));
    operations.put("DetectLiveFace", this::judge);
    return operations;
  }

  private void judge(Image picture) {
    for (Face face : engine.detect(picture, PipelineWork.largest())) {
      engine.liveness(picture, face);
    }
  }

  /** Measures all operations one after the other and prints a block for each. */
  void run(PrintWriter out) throws BenchException {
    out.println();
    out.println("allocated on the heap for a picture, decoded each time, one thread");
    try {
      for (Map.Entry<String, Work> operation : operations().entrySet()) {
        // First without being looked at: until the compiler is done, more is allocated.
        repeat(operation.getValue());
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        Duration start = Duration.now();
        int pictures = repeat(operation.getValue());
        double processorMillis = 1e3 * Duration.now().since(start).processor() / pictures;
        double kilobytes =
            (THREADS.getCurrentThreadAllocatedBytes() - allocated) / KILOBYTE / pictures;
        out.printf(
            "%n%s: %,.0f KB, %.1f ms of processor time%n",
            operation.getKey(), kilobytes, processorMillis);
        AllocationProfile.of(() -> repeat(operation.getValue())).print(out, kilobytes, SITES_TOLD);
        out.flush();
      }
    } catch (IOException | ImageException e) {
      throw new BenchException("allocations could not be measured: " + e.getMessage(), e);
    }
  }

  /**
   * Takes all photos, equally often, for the time of a measurement at least.
   *
   * @return pictures taken
   */
  private int repeat(Work work) throws ImageException {
    long start = System.nanoTime();
    int pictures = 0;
    do {
      for (Photo photo : photos) {
        work.on(decoder.decode(photo.file()));
        pictures++;
      }
    } while (System.nanoTime() - start < seconds * 1e9);
    return pictures;
  }
}
