package dev.mien.training;

import static dev.mien.vision.attribute.FeatureBlock.AGES;
import static dev.mien.vision.attribute.FeatureBlock.AGE_GENDER;
import static dev.mien.vision.attribute.FeatureBlock.EXPRESSION;
import static dev.mien.vision.attribute.FeatureBlock.EXPRESSIONS;
import static dev.mien.vision.attribute.FeatureBlock.EYE_REGION;
import static dev.mien.vision.attribute.FeatureBlock.FACE;
import static dev.mien.vision.attribute.FeatureBlock.FACE_PARTS;
import static dev.mien.vision.attribute.FeatureBlock.HAT_COLOURS;
import static dev.mien.vision.attribute.FeatureBlock.HEAD;
import static dev.mien.vision.attribute.FeatureBlock.HEAD_PARTS;
import static dev.mien.vision.attribute.FeatureBlock.MEASURES;
import static dev.mien.vision.attribute.FeatureBlock.SHAPE;

import dev.mien.vision.attribute.FeatureBlock;
import dev.mien.vision.attribute.HeadRole;
import java.util.List;
import java.util.Optional;

/** The heads that are trained, and which labels say what. */
final class Tasks {

  private static final List<String> HAIR_COLOURS =
      List.of("Black_Hair", "Blond_Hair", "Brown_Hair", "Gray_Hair");

  /** Tried for heads with few rows; those with many take the value that won there. */
  private static final List<Double> COSTS = List.of(0.3, 1.0);

  /** Tried where the blocks are short and the rows are some hundred. */
  private static final List<Double> FEW = List.of(1.0, 3.0, 10.0);

  private static final List<Double> STRICT = List.of(0.3);
  private static final List<Double> STRICTEST = List.of(0.02, 0.05, 0.1);
  private static final List<Double> LOOSE = List.of(1.0);

  /**
   * Shares of the emotions that are assumed: most faces that are photographed are relaxed or happy.
   * The labelled faces have more of the others, since they were looked for.
   */
  private static final List<Double> EMOTION_SHARES =
      List.of(0.52, 0.32, 0.05, 0.05, 0.03, 0.015, 0.015);

  private final Labels labels;

  Tasks(Labels labels) {
    this.labels = labels;
  }

  /** All heads. */
  List<Task> all() {
    return List.of(
        new Task(HeadRole.GENDER, List.of(FACE, AGE_GENDER), STRICT, this::gender),
        new Task(HeadRole.AGE, List.of(FACE, AGE_GENDER, AGES), STRICTEST, this::age),
        new Task(
            HeadRole.SMILE,
            List.of(FACE_PARTS, EXPRESSION, EXPRESSIONS, SHAPE),
            STRICT,
            view -> flag(view, "Smiling", "smile")),
        new Task(
                HeadRole.EMOTION,
                List.of(EXPRESSION, EXPRESSIONS),
                List.of(10.0, 30.0),
                EMOTION_SHARES,
                view -> byEye(view, "emotion", Task.UNKNOWN))
            .by(view -> labels.sheet(view, "emotion")),
        new Task(HeadRole.GLASSES, List.of(FACE_PARTS), LOOSE, this::glasses),
        new Task(
            HeadRole.EYES,
            List.of(FACE_PARTS, EXPRESSION, SHAPE),
            LOOSE,
            List.of(0.9, 0.1),
            this::eyes),
        new Task(
            HeadRole.MOUTH,
            List.of(FACE_PARTS, EXPRESSION, SHAPE),
            COSTS,
            view -> flag(view, "Mouth_Slightly_Open", "")),
        new Task(HeadRole.BEARD, List.of(FACE_PARTS), COSTS, this::beard),
        new Task(
            HeadRole.MASK,
            List.of(FACE_PARTS, HEAD_PARTS),
            LOOSE,
            List.of(0.8, 0.01, 0.02, 0.03, 0.14),
            this::mask),
        new Task(
            HeadRole.HAIR_LENGTH, List.of(HEAD_PARTS, HEAD, FACE_PARTS), COSTS, this::hairLength),
        new Task(
            HeadRole.BANG, List.of(HEAD_PARTS, FACE_PARTS), COSTS, view -> flag(view, "Bangs", "")),
        new Task(
            HeadRole.HAIR_COLOUR,
            List.of(HEAD_PARTS, FACE_PARTS, HEAD, FACE, HAT_COLOURS),
            COSTS,
            this::hairColour),
        new Task(HeadRole.HAT, List.of(HEAD_PARTS), LOOSE, this::hat),
        new Task(HeadRole.HAT_COLOUR, List.of(HAT_COLOURS), FEW, this::hatColour),
        looked(HeadRole.SKIN, List.of(MEASURES, FACE)),
        looked(HeadRole.EYELID, List.of(MEASURES, FACE)),
        looked(HeadRole.EYEBROW_DENSITY, List.of(MEASURES, EYE_REGION, FACE)),
        looked(HeadRole.EYEBROW_CURVE, List.of(MEASURES, EYE_REGION, FACE)),
        looked(HeadRole.EYEBROW_LENGTH, List.of(MEASURES, EYE_REGION, FACE)),
        looked(HeadRole.EYE_SIZE, List.of(MEASURES, EYE_REGION, FACE)),
        looked(HeadRole.NOSE, List.of(MEASURES, FACE)),
        looked(HeadRole.SHAPE, List.of(MEASURES, FACE)));
  }

  /** A head for what was looked at on contact sheets; each sample of faces has its figures. */
  private Task looked(HeadRole role, List<FeatureBlock> blocks) {
    return new Task(role, blocks, FEW, view -> byEye(view, role.fileName(), Task.UNKNOWN))
        .by(view -> labels.sheet(view, role.fileName()));
  }

  private static double number(boolean yes) {
    return yes ? 1 : 0;
  }

  private double flag(View view, String name, String otherName) {
    return labels
        .flag(view, name)
        .or(() -> labels.flag(view, otherName))
        .map(Tasks::number)
        .orElse(Task.UNKNOWN);
  }

  private double gender(View view) {
    return labels
        .flag(view, "Male")
        .or(() -> labels.of(view, "gender").map("m"::equals))
        .map(Tasks::number)
        .orElse(Task.UNKNOWN);
  }

  private double age(View view) {
    return labels.of(view, "age").map(Double::parseDouble).orElse(Task.UNKNOWN);
  }

  private double glasses(View view) {
    Optional<Double> drawn = DrawnFaces.sunglasses(view);
    if (drawn.isPresent()) {
      return drawn.get();
    }
    double worn = flag(view, "Eyeglasses", "glasses");
    return worn == 1 ? byEye(view, "glasses-kind", Task.UNKNOWN) : worn;
  }

  /** Few eyes are closed: where nobody looked because the lids are far apart, they are open. */
  private double eyes(View view) {
    boolean sunglasses = byEye(view, "glasses-kind", 0) == 2;
    boolean looked = List.of("mtfl", "attributes", "hats").contains(view.set());
    return sunglasses || !looked ? Task.UNKNOWN : byEye(view, "eyes-closed", 0);
  }

  private double beard(View view) {
    return labels
        .flag(view, "No_Beard")
        .map(
            none ->
                !none
                    || labels.flag(view, "Mustache").orElse(false)
                    || labels.flag(view, "Goatee").orElse(false))
        .map(Tasks::number)
        .orElseGet(() -> byEye(view, "beard", Task.UNKNOWN));
  }

  private double mask(View view) {
    Optional<Double> drawn = DrawnFaces.mask(view);
    if (drawn.isPresent()) {
      return drawn.get();
    }
    if (view.set().equals("attributes") || view.set().equals("hats")) {
      return 0;
    }
    double set = labels.flag(view, "mask").map(worn -> worn ? 4.0 : 0.0).orElse(Task.UNKNOWN);
    return byEye(view, "mask-kind", set);
  }

  private double hairLength(View view) {
    return labels.flag(view, "Bald").orElse(false) ? 0 : byEye(view, "hair-length", Task.UNKNOWN);
  }

  /** Where the set labels exactly one colour, or where it was told by eye. */
  private double hairColour(View view) {
    double colour = Task.UNKNOWN;
    int count = 0;
    for (int i = 0; i < HAIR_COLOURS.size(); i++) {
      if (labels.flag(view, HAIR_COLOURS.get(i)).orElse(false)) {
        colour = i;
        count++;
      }
    }
    return count == 1 ? colour : byEye(view, "hair-colour", Task.UNKNOWN);
  }

  /** Of the faces of mtfl, those least like a hat were not looked at and count as without. */
  private double hat(View view) {
    double worn = flag(view, "Wearing_Hat", "hat");
    if (view.set().equals("mtfl")) {
      return byEye(view, "hat-style", 0);
    }
    return worn == 1 ? byEye(view, "hat-style", 1) : worn;
  }

  private double hatColour(View view) {
    double colour = byEye(view, "hat-colour", Task.UNKNOWN);
    return colour > 0 ? colour - 1 : Task.UNKNOWN;
  }

  private double byEye(View view, String name, double otherwise) {
    return labels
        .byEye(view, name)
        .map(label -> label.equals("-") ? Task.UNKNOWN : Double.parseDouble(label))
        .orElse(otherwise);
  }
}
