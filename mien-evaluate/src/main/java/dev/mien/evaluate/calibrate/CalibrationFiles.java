package dev.mien.evaluate.calibrate;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.report.ReportFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes a calibration as a pack's file, and what is known of it as a report. */
public final class CalibrationFiles {

  private CalibrationFiles() {}

  /**
   * Writes {@code <embedder>.calibration.txt} and {@code <embedder>.calibration.json}.
   *
   * @param folder made if absent
   * @return what the pack's manifest must say of the table
   * @throws EvaluationException when the folder cannot be written to
   */
  public static String write(Path folder, CalibrationRun run, CalibrationReport report)
      throws EvaluationException {
    String embedder = report.subject().embedder();
    ReportFile.write(folder.resolve(embedder + ".calibration.json"), report);
    String name = embedder + ".calibration.txt";
    String text = run.table().text(CalibrationReport.comment(embedder, run.impostors()));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new EvaluationException(folder + " cannot be written to: " + e.getMessage(), e);
    }
    return "calibration: { file: %s, sha256: %s }".formatted(name, sha256(bytes));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
