package dev.mien.vision.landmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.geometry.Point;
import dev.mien.vision.landmark.HandLabelledFaces.Pair;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Fits the table of {@link HandSetPoints} and prints how well such a table does on photographs that
 * it was not fitted to (each left out in turn). With {@code -Dmien.table.write=true} the table is
 * written to src/main/resources. Run by {@code mvn -pl mien-vision test
 * -Dtest=HandSetPointsMeasurement}.
 */
class HandSetPointsMeasurement {

  private static final Path TABLE =
      Path.of("src/main/resources/dev/mien/vision/landmark/hand-set-points.txt");

  /** Point i of the mirror image is point MIRRORED[i] of the image. */
  private static final int[] MIRRORED = {
    16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, //
    26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 27, 28, 29, 30, 35, 34, 33, 32, 31, //
    45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40, //
    54, 53, 52, 51, 50, 49, 48, 59, 58, 57, 56, 55, 64, 63, 62, 61, 60, 67, 66, 65
  };

  /** Weight of the pull towards no move at all, in faces. */
  private static final double RIDGE = 1;

  private static final int FEATURES = 3;

  @Test
  void the_table_and_its_error() throws Exception {
    HandLabelledFaces faces = HandLabelledFaces.read();
    List<String> pictures = faces.found().stream().map(Pair::picture).distinct().sorted().toList();
    double sum = 0;
    for (String picture : pictures) {
      double[][] table =
          fit(faces.found().stream().filter(pair -> !pair.picture().equals(picture)).toList());
      for (Pair pair : faces.found()) {
        if (pair.picture().equals(picture)) {
          sum += pair.error(HandSetPoints.moved(pair.face(), table));
        }
      }
    }
    double heldOut = sum / faces.found().size();
    System.out.printf(
        Locale.ROOT,
        "%d faces: mesh %.4f, lids of the iris net %.4f, moved %.4f on pictures left out%n",
        faces.found().size(),
        faces.meanError(pair -> pair.face().mesh().ibug68()),
        faces.meanError(pair -> HandSetPoints.start(pair.face())),
        heldOut);
    if (Boolean.getBoolean("mien.table.write")) {
      Files.createDirectories(TABLE.getParent());
      Files.writeString(TABLE, text(fit(faces.found())));
    }
    assertThat(heldOut).isLessThan(0.047);
  }

  private static double[][] fit(List<Pair> pairs) {
    double[][] normal = new double[FEATURES][FEATURES];
    double[][] right = new double[FEATURES][2 * HandLabelledFaces.POINTS];
    for (int i = 0; i < FEATURES; i++) {
      normal[i][i] = RIDGE;
    }
    for (Pair pair : pairs) {
      Pose pose = PoseEstimator.estimate(pair.face().mesh());
      double yaw = Math.sin(Math.toRadians(pose.yaw()));
      double pitch = Math.sin(Math.toRadians(pose.pitch()));
      double[] moves = moves(pair);
      add(normal, right, new double[] {1, yaw, pitch}, moves);
      add(normal, right, new double[] {1, -yaw, pitch}, mirrored(moves));
    }
    double[][] solved = solve(normal, right);
    double[][] table = new double[HandLabelledFaces.POINTS][2 * FEATURES];
    for (int i = 0; i < table.length; i++) {
      for (int feature = 0; feature < FEATURES; feature++) {
        table[i][feature] = solved[feature][2 * i];
        table[i][FEATURES + feature] = solved[feature][2 * i + 1];
      }
    }
    return table;
  }

  /** The moves that would be right: x and y of each point, in the face's own axes and size. */
  private static double[] moves(Pair pair) {
    List<Point> start = HandSetPoints.start(pair.face());
    double angle = pair.face().mesh().angleRadians();
    double size = HandSetPoints.size(pair.face().mesh());
    double[] moves = new double[2 * HandLabelledFaces.POINTS];
    for (int i = 0; i < HandLabelledFaces.POINTS; i++) {
      double dx = (pair.handSet().get(i).x() - start.get(i).x()) / size;
      double dy = (pair.handSet().get(i).y() - start.get(i).y()) / size;
      moves[2 * i] = Math.cos(angle) * dx + Math.sin(angle) * dy;
      moves[2 * i + 1] = Math.cos(angle) * dy - Math.sin(angle) * dx;
    }
    return moves;
  }

  private static double[] mirrored(double[] moves) {
    double[] mirrored = new double[moves.length];
    for (int i = 0; i < HandLabelledFaces.POINTS; i++) {
      mirrored[2 * i] = -moves[2 * MIRRORED[i]];
      mirrored[2 * i + 1] = moves[2 * MIRRORED[i] + 1];
    }
    return mirrored;
  }

  private static void add(double[][] normal, double[][] right, double[] features, double[] moves) {
    for (int i = 0; i < FEATURES; i++) {
      for (int j = 0; j < FEATURES; j++) {
        normal[i][j] += features[i] * features[j];
      }
      for (int j = 0; j < moves.length; j++) {
        right[i][j] += features[i] * moves[j];
      }
    }
  }

  /** Gauss and Jordan; the matrix is positive definite, so that no pivot is 0. */
  private static double[][] solve(double[][] matrix, double[][] right) {
    for (int pivot = 0; pivot < FEATURES; pivot++) {
      scale(matrix[pivot], right[pivot], 1 / matrix[pivot][pivot]);
      for (int row = 0; row < FEATURES; row++) {
        if (row != pivot) {
          double factor = matrix[row][pivot];
          subtract(matrix[row], matrix[pivot], factor);
          subtract(right[row], right[pivot], factor);
        }
      }
    }
    return right;
  }

  private static void scale(double[] row, double[] right, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
    for (int i = 0; i < right.length; i++) {
      right[i] *= factor;
    }
  }

  private static void subtract(double[] from, double[] row, double factor) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * row[i];
    }
  }

  private static String text(double[][] table) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# How far hand-set points lie from the mesh's, one of the 68 iBUG points a line, in");
    lines.add("# shares of the distance from forehead to chin. Made by HandSetPointsMeasurement.");
    lines.add("# x: constant, times sin(yaw), times sin(pitch); y: the same");
    for (double[] row : table) {
      StringBuilder line = new StringBuilder();
      for (double value : row) {
        line.append(String.format(Locale.ROOT, "%8.4f", value));
      }
      lines.add(line.toString().strip());
    }
    return String.join("\n", lines) + "\n";
  }
}
