package dev.mien.training;

import dev.mien.vision.attribute.FeatureBlock;
import dev.mien.vision.attribute.Head;
import dev.mien.vision.attribute.HeadRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a head as a file of a pack. */
final class HeadWriter {

  private static final int WEIGHTS_A_LINE = 16;

  private HeadWriter() {}

  /**
   * Writes one.
   *
   * @param figures what cross-validation said, for people
   * @param sums one for each sum of the head's link
   */
  static void write(
      Path folder,
      HeadRole role,
      List<FeatureBlock> blocks,
      List<LinearTrainer.Sum> sums,
      String figures)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Made by TrainHeads (mien-training); cross-validated: " + figures);
    lines.add("link " + role.link().name().toLowerCase(Locale.ROOT));
    lines.add(
        "features " + blocks.stream().map(FeatureBlock::fileName).collect(Collectors.joining(" ")));
    lines.add("classes " + String.join(" ", role.classes()));
    lines.add(
        "bias " + sums.stream().map(sum -> number(sum.bias())).collect(Collectors.joining(" ")));
    for (LinearTrainer.Sum sum : sums) {
      double[] weights = sum.weights();
      for (int from = 0; from < weights.length; from += WEIGHTS_A_LINE) {
        StringBuilder line = new StringBuilder();
        for (int i = from; i < Math.min(from + WEIGHTS_A_LINE, weights.length); i++) {
          line.append(i > from ? " " : "").append(number(weights[i]));
        }
        lines.add(line.toString());
      }
    }
    if (Head.sums(role.link(), role.classes().size()) != sums.size()) {
      throw new IllegalArgumentException(sums.size() + " sums for " + role);
    }
    Files.write(folder.resolve(role.fileName() + ".head.txt"), lines);
  }

  /** Four digits are far below what the training data determines. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3e", value);
  }
}
