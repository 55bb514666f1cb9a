package dev.mien.server.bench;

import dev.mien.vision.DetectOptions;
import dev.mien.vision.Face;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.Image;
import dev.mien.vision.shape.Beauty;
import java.util.List;

/** What a request does with its picture. */
enum PipelineWork {
  /** A search, a verification, half of a comparison. */
  LARGEST_FACE("largest face: find, embed") {
    @Override
    int run(FaceEngine engine, Image picture) {
      List<Face> faces = engine.detect(picture, largest());
      faces.forEach(face -> engine.embed(picture, face, version(engine)));
      return faces.size();
    }
  },

  /** A search for all faces of a picture. */
  ALL_FACES("all faces: find, embed each") {
    @Override
    int run(FaceEngine engine, Image picture) {
      List<Face> faces = engine.detect(picture, ALL);
      faces.forEach(face -> engine.embed(picture, face, version(engine)));
      return faces.size();
    }
  },

  /**
   * CreatePerson and CreateFace, which keep templates of all versions, what the face shows and how
   * fit it is.
   */
  ENROL("enrol the largest face") {
    @Override
    int run(FaceEngine engine, Image picture) {
      List<Face> faces = engine.detect(picture, largest());
      for (Face face : faces) {
        engine.embedAll(picture, face);
        engine.quality(picture, face);
        attributes(engine, picture, face);
      }
      return faces.size();
    }
  },

  /** DetectFace with attributes and quality. */
  ANALYSE("DetectFace, attributes, quality") {
    @Override
    int run(FaceEngine engine, Image picture) {
      List<Face> faces = engine.detect(picture, ALL);
      for (Face face : faces.subList(0, Math.min(faces.size(), ANALYSED_MAX))) {
        attributes(engine, picture, face);
        Beauty.of(picture, engine.details(picture, face));
      }
      for (Face face : faces.subList(0, Math.min(faces.size(), ASSESSED_MAX))) {
        engine.quality(picture, face);
      }
      return faces.size();
    }
  };

  /** DetectFace with its defaults, all faces wanted. */
  static final DetectOptions ALL =
      new DetectOptions(DetectOptions.MAX_FACES, DetectOptions.DEFAULT_MIN_FACE_SIZE, false);

  /** Of how many faces DetectFace tells the attributes, and of how many the quality. */
  private static final int ANALYSED_MAX = 5;

  private static final int ASSESSED_MAX = 30;

  private final String title;

  PipelineWork(String title) {
    this.title = title;
  }

  /** For people. */
  String title() {
    return title;
  }

  /**
   * Does it, on the calling thread.
   *
   * @return faces found
   */
  abstract int run(FaceEngine engine, Image picture);

  /** The face that recognition takes. */
  static DetectOptions largest() {
    return new DetectOptions(1, DetectOptions.RECOGNISABLE_FACE_SIZE, false);
  }

  /** The newest model version. */
  static String version(FaceEngine engine) {
    return engine.modelVersions().stream().max(String::compareTo).orElseThrow();
  }

  private static void attributes(FaceEngine engine, Image picture, Face face) {
    if (engine.hasAttributes()) {
      engine.attributes(picture, face);
    }
  }
}
