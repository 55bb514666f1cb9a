package dev.mien.vision.liveness;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** The faces that {@link LivenessTraining} learns from and judges, with their cues. */
final class LivenessFaces {

  /** Smaller ones than {@link LivenessDetector#MIN_FACE_SIZE}, to have more of them. */
  private static final int SMALLEST_FACE = 75;

  /** Larger pictures are reduced to so many pixels a side. */
  private static final int LARGEST_PICTURE = 400;

  /** Made of each face by {@link Recapture}; {@link Attack} alone makes a screen and a print. */
  private static final List<Shown> MADE =
      List.of(Shown.LIVE, Shown.LIVE, Shown.SCREEN, Shown.SCREEN, Shown.PRINT);

  private static final String REAL = "real ";
  private static final String MADE_ANYHOW = "made";
  private static final String MADE_BY_RECAPTURE = MADE_ANYHOW + " by recapture: ";
  private static final String MADE_SIMPLY = MADE_ANYHOW + " simply: ";

  /** Of the pictures of each set, this share is used. */
  private static final Map<String, Double> SHARES =
      Map.of("identities", 0.25, "attributes", 0.6, "mtfl", 0.18, "masks", 0.5);

  /**
   * A face.
   *
   * @param kind what it was made of, or what the label says
   * @param person all that must be left out together
   * @param cues of {@link LivenessDetector#cues}
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Seen(String kind, boolean live, String person, double[] cues) {

    /** An ordinary picture of somebody. */
    boolean isUntouched() {
      return live && !isReal() && !kind.startsWith(MADE_ANYHOW);
    }

    /** Of the liveness set. */
    boolean isReal() {
      return kind.startsWith(REAL);
    }

    /** What may be learned from: nothing of the liveness set, and of one simulator alone. */
    boolean isForTraining() {
      return isUntouched() || kind.startsWith(MADE_BY_RECAPTURE);
    }

    private String line() {
      return kind
          + ','
          + live
          + ','
          + person
          + ','
          + Arrays.stream(cues)
              .mapToObj(cue -> String.format(Locale.ROOT, "%.5f", cue))
              .collect(Collectors.joining(","));
    }

    private static Seen ofLine(String line) {
      String[] cells = line.split(",", -1);
      double[] cues = Arrays.stream(cells).skip(3).mapToDouble(Double::parseDouble).toArray();
      return new Seen(cells[0], Boolean.parseBoolean(cells[1]), cells[2], cues);
    }
  }

  private final LivenessDetector detector;

  LivenessFaces(LivenessDetector detector) {
    this.detector = detector;
  }

  /** All of them; looking takes long, so that a file keeps what was seen. */
  List<Seen> seen(Path file) throws IOException {
    if (!Files.exists(file)) {
      List<Seen> seen = new ArrayList<>(labelled());
      seen.addAll(others());
      Files.write(file, seen.stream().map(Seen::line).toList());
    }
    return Files.readAllLines(file).stream().map(Seen::ofLine).toList();
  }

  private List<Seen> labelled() throws IOException {
    Path folder = SharedFaces.folder("liveness");
    return SharedFaces.rows(folder.resolve("labels.csv")).parallelStream()
        .map(row -> labelled(folder, row))
        .flatMap(List::stream)
        .toList();
  }

  private List<Seen> labelled(Path folder, Map<String, String> row) {
    boolean live = row.get("live").equals("1");
    String set = row.get("subject_set");
    String kind = REAL + set + " " + (live ? "live" : row.get("attack"));
    Image picture = picture(folder.resolve(row.get("path")));
    return TestEngine.shared().detect(picture, DetectOptions.LARGEST).stream()
        .map(face -> new Seen(kind, live, set, detector.cues(picture, face)))
        .toList();
  }

  private List<Seen> others() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, Double> set : SHARES.entrySet()) {
      Path folder = SharedFaces.folder(set.getKey());
      for (Map<String, String> row : SharedFaces.rows(folder.resolve("labels.csv"))) {
        boolean hidden = "1".equals(row.get("mask"));
        int lot = Math.floorMod(row.get("path").hashCode() * 31, 1000);
        if (!hidden && lot < 1000 * set.getValue()) {
          files.add(folder.resolve(row.get("path")));
        }
      }
    }
    return files.stream()
        .sorted()
        .parallel()
        .map(this::liveAndAttacks)
        .flatMap(List::stream)
        .toList();
  }

  private List<Seen> liveAndAttacks(Path file) {
    boolean known = file.toString().contains("identities");
    String person = (known ? file.getParent() : file.getFileName()).getFileName().toString();
    String set = known ? "identities" : file.getParent().getParent().getFileName().toString();
    Random random = new Random(file.getFileName().toString().hashCode());
    List<Seen> seen = new ArrayList<>();
    Image picture = picture(file).atMost(LARGEST_PICTURE);
    for (Face face : TestEngine.shared().detect(picture, DetectOptions.LARGEST)) {
      double size = Math.min(face.box().width(), face.box().height());
      if (size < SMALLEST_FACE) {
        continue;
      }
      seen.add(new Seen(set + " live", true, person, detector.cues(picture, face)));
      for (Shown kind : MADE) {
        Recapture.Made made = Recapture.of(kind, picture, face, random);
        seen.add(seen(MADE_BY_RECAPTURE, kind, person, made.picture(), made.face()));
      }
      for (Attack kind : Attack.values()) {
        seen.add(seen(MADE_SIMPLY, kind, person, kind.of(picture, size, random), face));
      }
    }
    return seen;
  }

  private Seen seen(String how, Enum<?> kind, String person, Image picture, Face face) {
    String name = how + kind.name().toLowerCase(Locale.ROOT);
    return new Seen(name, kind == Shown.LIVE, person, detector.cues(picture, face));
  }

  private static Image picture(Path file) {
    try {
      return TestEngine.image(file);
    } catch (Exception e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
