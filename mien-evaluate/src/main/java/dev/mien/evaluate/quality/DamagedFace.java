package dev.mien.evaluate.quality;

import static java.util.Objects.requireNonNull;

import dev.mien.vision.FaceEngine;
import dev.mien.vision.damage.Flaws;
import dev.mien.vision.damage.GoodFace;
import dev.mien.vision.damage.Ladder;
import dev.mien.vision.damage.Occlusion;
import dev.mien.vision.quality.FaceQuality;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The quality of one good face in each way it was made worse; none where it was no longer found.
 *
 * @param whole as it is
 * @param ladders by step
 * @param things that were drawn over it
 * @param flaws in the order of {@link Flaws#all()}
 */
record DamagedFace(
    FaceQuality whole,
    Map<Ladder, List<Optional<FaceQuality>>> ladders,
    Map<Occlusion.Kind, Optional<FaceQuality>> things,
    List<Optional<FaceQuality>> flaws) {

  /**
   * Makes a face worse in every way, some sixty.
   *
   * @param seed of the things that are drawn: the same draws the same
   */
  static DamagedFace of(FaceEngine engine, GoodFace good, long seed) {
    Map<Ladder, List<Optional<FaceQuality>>> ladders = new EnumMap<>(Ladder.class);
    for (Ladder ladder : Ladder.values()) {
      List<Optional<FaceQuality>> steps = new ArrayList<>();
      for (double strength : ladder.strengths()) {
        steps.add(good.in(engine, ladder.worse(good, strength)));
      }
      ladders.put(ladder, steps);
    }
    Map<Occlusion.Kind, Optional<FaceQuality>> things = new EnumMap<>(Occlusion.Kind.class);
    for (Occlusion.Kind kind : Occlusion.Kind.values()) {
      Occlusion drawn =
          Occlusion.draw(
              good.picture(), good.face().landmarks(), kind, good.picture(), new Random(seed));
      things.put(kind, good.in(engine, drawn.picture()));
    }
    List<Optional<FaceQuality>> flaws =
        Flaws.all().stream().map(flaw -> good.in(engine, flaw.worse(good))).toList();
    return new DamagedFace(good.quality(), ladders, things, flaws);
  }

  /** What a ladder did, by step. */
  List<Optional<FaceQuality>> steps(Ladder ladder) {
    return requireNonNull(ladders.get(ladder), "every ladder was climbed");
  }

  /** What a thing did. */
  Optional<FaceQuality> thing(Occlusion.Kind kind) {
    return requireNonNull(things.get(kind), "every thing was drawn");
  }
}
