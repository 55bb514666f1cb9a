package dev.mien.training;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.attribute.FaceFeatures;
import dev.mien.vision.attribute.FeatureBlock;
import dev.mien.vision.attribute.FeatureNets;
import dev.mien.vision.attribute.Variation;
import dev.mien.vision.image.Image;
import dev.mien.vision.image.ImageDecoder;
import dev.mien.vision.image.ImageException;
import dev.mien.vision.image.ImageLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the labelled face of each picture and computes the features of its views. */
final class Extraction {

  private static final Logger LOG = LoggerFactory.getLogger(Extraction.class);
  private static final int FACES_MAX = 20;
  private static final int SMALLEST_FACE = 20;

  /** Every so many-th face of mtfl is drawn on. */
  private static final int DRAWN_STEP = 15;

  private final Path faces;
  private final Labels labels;
  private final FaceEngine engine;
  private final FeatureNets nets;
  private final ImageDecoder decoder =
      new ImageDecoder(new ImageLimits(8000, 8000, 16, 64, Duration.ofSeconds(30)));

  Extraction(Path faces, Labels labels, FaceEngine engine, FeatureNets nets) {
    this.faces = faces;
    this.labels = labels;
    this.engine = engine;
    this.nets = nets;
  }

  /** Two views of the face of each picture; pictures without a face that is found are counted. */
  List<View> set(String set, List<String> paths) throws IOException {
    List<View> views = new ArrayList<>();
    int missed = 0;
    for (String path : paths) {
      Optional<Image> image = image(set, path);
      Optional<Face> face = image.flatMap(picture -> face(set, path, picture));
      if (face.isEmpty()) {
        missed++;
        continue;
      }
      Random random = new Random(path.hashCode());
      views.add(view(set, path, image.get(), face.get(), Variation.NONE));
      views.add(view(set, path, image.get(), face.get(), varied(random)));
    }
    LOG.info("{}: {} views, {} pictures without a face that was found", set, views.size(), missed);
    return views;
  }

  /** A view of each kind of drawing on some faces of mtfl without glasses. */
  List<View> drawn() throws IOException {
    List<View> views = new ArrayList<>();
    int count = 0;
    for (String path : labels.paths("mtfl")) {
      View asked = new View("mtfl", path, false, new float[0]);
      if (count++ % DRAWN_STEP != 0 || labels.flag(asked, "glasses").orElse(true)) {
        continue;
      }
      Optional<Image> image = image("mtfl", path);
      Optional<Face> face = image.flatMap(picture -> face("mtfl", path, picture));
      if (face.isEmpty()) {
        continue;
      }
      Random random = new Random(path.hashCode());
      for (String kind : DrawnFaces.KINDS) {
        Image drawn = DrawnFaces.draw(image.get(), face.get().landmarks(), kind, random);
        Optional<Face> found = face("mtfl", path, drawn);
        if (found.isPresent()) {
          views.add(view(DrawnFaces.SET, path + "#" + kind, drawn, found.get(), Variation.NONE));
        }
      }
    }
    LOG.info("drawn: {} views", views.size());
    return views;
  }

  private Optional<Image> image(String set, String path) throws IOException {
    try {
      return Optional.of(decoder.decode(Files.readAllBytes(faces.resolve(set).resolve(path))));
    } catch (ImageException e) {
      LOG.info("{}/{}: {}", set, path, e.getMessage());
      return Optional.empty();
    }
  }

  /** The largest face, or the one around the labelled nose where there is such a label. */
  private Optional<Face> face(String set, String path, Image image) {
    View asked = new View(set, path, false, new float[0]);
    Optional<Double> noseX = labels.of(asked, "nose_x").map(Double::parseDouble);
    Optional<Double> noseY = labels.of(asked, "nose_y").map(Double::parseDouble);
    List<Face> found =
        engine.detect(
            image, new DetectOptions(noseX.isPresent() ? FACES_MAX : 1, SMALLEST_FACE, false));
    if (noseX.isEmpty() || noseY.isEmpty()) {
      return found.stream().findFirst();
    }
    double x = noseX.get();
    double y = noseY.get();
    return found.stream()
        .filter(
            face ->
                x > face.box().x()
                    && x < face.box().right()
                    && y > face.box().y()
                    && y < face.box().y() + face.box().height())
        .findFirst();
  }

  private View view(String set, String path, Image image, Face face, Variation variation) {
    FaceFeatures features = nets.of(image, engine.details(image, face), variation);
    float[] all = new float[View.length()];
    int at = 0;
    for (FeatureBlock block : FeatureBlock.values()) {
      float[] values = features.block(block);
      System.arraycopy(values, 0, all, at, values.length);
      at += values.length;
    }
    return new View(set, path, !variation.equals(Variation.NONE), all);
  }

  /** Mirrored, and a little off in place, size, turn and light, as another detection would be. */
  private static Variation varied(Random random) {
    return new Variation(
        0.02 * random.nextGaussian(),
        0.02 * random.nextGaussian(),
        Math.exp(0.04 * random.nextGaussian()),
        0.04 * random.nextGaussian(),
        Math.exp(0.15 * random.nextGaussian()),
        true);
  }
}
