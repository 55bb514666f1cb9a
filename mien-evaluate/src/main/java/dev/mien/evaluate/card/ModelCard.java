package dev.mien.evaluate.card;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.report.ReportFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The model card: what the pack is for, and for each report its data, its figures by slice and its
 * limits. The same reports make the same bytes.
 */
public final class ModelCard {
  private static final String INTRODUCTION = "introduction.md";
  private static final int MAX_DEPTH = 5;

  private ModelCard() {}

  /**
   * Writes the card of all reports in a folder and the folders in it.
   *
   * @throws EvaluationException when there are none or one cannot be read
   */
  public static String of(Path reports) throws EvaluationException {
    StringBuilder card = new StringBuilder(introduction());
    List<Path> files = files(reports);
    if (files.isEmpty()) {
      throw new EvaluationException("there are no reports in " + reports);
    }
    for (CardSection section : CardSection.values()) {
      boolean first = true;
      for (Path file : files) {
        JsonNode report = ReportFile.read(file);
        if (report.path("subject").path("measurement").asString("").equals(section.measurement())) {
          if (first) {
            card.append("\n## ").append(section.title()).append("\n\n");
            card.append(section.explanation()).append("\n");
            first = false;
          }
          card.append(section.of(report));
        }
      }
    }
    return card.toString();
  }

  private static List<Path> files(Path reports) throws EvaluationException {
    try (Stream<Path> found = Files.walk(reports, MAX_DEPTH)) {
      return found
          .filter(file -> file.getFileName().toString().endsWith(".json"))
          .sorted(java.util.Comparator.comparing(file -> reports.relativize(file).toString()))
          .toList();
    } catch (IOException e) {
      throw new EvaluationException(reports + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String introduction() throws EvaluationException {
    try (InputStream stream = ModelCard.class.getResourceAsStream(INTRODUCTION)) {
      if (stream == null) {
        throw new IllegalStateException("the module carries " + INTRODUCTION);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EvaluationException(INTRODUCTION + " cannot be read", e);
    }
  }
}
