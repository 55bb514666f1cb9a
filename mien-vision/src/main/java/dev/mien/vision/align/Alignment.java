package dev.mien.vision.align;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.geometry.Similarity;
import dev.mien.vision.landmark.Landmarks;
import dev.mien.vision.model.AlignmentSpec;
import dev.mien.vision.model.InputSpec;
import java.util.List;

/** Places a face in the crop that a net takes. Immutable and thread-safe. */
public final class Alignment {

  private final AlignmentSpec spec;
  private final List<Point> template;

  private Alignment(AlignmentSpec spec, List<Point> template) {
    this.spec = spec;
    this.template = template;
  }

  /** The alignment for a net's input. */
  public static Alignment of(AlignmentSpec spec, InputSpec input) {
    List<Point> samples =
        switch (spec) {
          case AlignmentSpec.MeanShape(double padding) ->
              MeanFaceShape.template(padding, input.width());
          case AlignmentSpec.FivePoints(List<Point> points) -> points;
        };
    // Templates count samples; patches have sample centres at halves.
    return new Alignment(
        spec, samples.stream().map(point -> new Point(point.x() + 0.5, point.y() + 0.5)).toList());
  }

  /** The map from the crop to the image that brings the landmarks nearest to the template. */
  public Similarity toImage(Landmarks landmarks) {
    List<Point> points =
        switch (spec) {
          case AlignmentSpec.MeanShape _ -> MeanFaceShape.aligning(landmarks.ibug68());
          case AlignmentSpec.FivePoints _ -> landmarks.five();
        };
    return Similarity.fit(points, template).inverse();
  }
}
