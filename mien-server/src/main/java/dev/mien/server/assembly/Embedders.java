package dev.mien.server.assembly;

import dev.mien.gallery.GalleryException;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.ModelVersions;
import dev.mien.gallery.score.Calibration;
import dev.mien.gallery.score.Calibrations;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.embed.EmbedderInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the gallery must know of the engine's embedders.
 *
 * @param versions which embedder stands for which model version
 * @param calibrations what their similarities mean
 */
record Embedders(ModelVersions versions, Calibrations calibrations) {

  /**
   * The embedders of an engine.
   *
   * @throws GalleryException if the engine has a model version that the gallery does not know
   * @throws IllegalArgumentException if a calibration is not one
   */
  static Embedders of(FaceEngine engine) throws GalleryException {
    Map<ModelVersion, String> versions = new HashMap<>();
    Map<String, Calibration> calibrations = new HashMap<>();
    for (String version : engine.modelVersions()) {
      EmbedderInfo embedder = engine.embedder(version);
      versions.put(ModelVersion.of(version), embedder.id());
      calibrations.put(embedder.id(), calibration(embedder));
    }
    return new Embedders(new ModelVersions(versions), new Calibrations(calibrations));
  }

  private static Calibration calibration(EmbedderInfo embedder) {
    double[] similarities = embedder.similarities();
    double[] logRates = embedder.log10FalseMatchRates();
    List<Calibration.Point> points = new ArrayList<>(similarities.length);
    for (int i = 0; i < similarities.length; i++) {
      points.add(new Calibration.Point(similarities[i], Math.pow(10, logRates[i])));
    }
    return new Calibration(points);
  }
}
