package dev.mien.models.faceapi;

import dev.mien.models.onnx.GraphBuilder;
import dev.mien.models.onnx.Model;
import dev.mien.models.tfjs.Weights;

/** The networks of face-api whose topologies are known here. */
public enum FaceApiNetwork {
  /** 150 x 150 to a descriptor of 128 numbers, compared by Euclidean distance. */
  FACE_RECOGNITION,

  /** 112 x 112 to an age in years and the probabilities of male and female. */
  AGE_GENDER,

  /** 112 x 112 to the probabilities of 7 expressions. */
  FACE_EXPRESSION,

  /** 112 x 112 to 68 points (x, y) as fractions of the image. */
  FACE_LANDMARK_68,

  /** The same as {@link #FACE_LANDMARK_68} at a fifth of its size. */
  FACE_LANDMARK_68_TINY,

  /** 512 x 512 to 5118 boxes with scores. */
  SSD_MOBILENETV1,

  /** Any multiples of 32 to a grid of boxes. */
  TINY_FACE_DETECTOR;

  /**
   * Puts the weights into the topology.
   *
   * @param name of the network
   * @param description where it comes from
   * @throws dev.mien.models.tfjs.ModelFormatException if a tensor is missing
   */
  public Model build(Weights weights, String name, String description) {
    GraphBuilder graph = new GraphBuilder(name, description);
    FaceApiLayers layers = new FaceApiLayers(graph, weights);
    switch (this) {
      case FACE_RECOGNITION -> FaceRecognition.build(layers);
      case AGE_GENDER -> AgeGender.build(layers);
      case FACE_EXPRESSION -> DenseNetworks.expression(layers, "expressions");
      case FACE_LANDMARK_68 -> DenseNetworks.landmarks(layers, "landmarks");
      case FACE_LANDMARK_68_TINY -> DenseNetworks.tinyLandmarks(layers, "landmarks");
      case SSD_MOBILENETV1 -> SsdMobilenet.build(layers);
      case TINY_FACE_DETECTOR -> TinyFaceDetector.build(layers);
    }
    return graph.build();
  }
}
