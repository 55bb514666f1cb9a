package dev.mien.evaluate.report;

import dev.mien.evaluate.EvaluationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reports as JSON files: records in the order of their components, numbers of six digits, null for
 * what could not be measured. The same measurement writes the same bytes.
 */
public final class ReportFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new SixDigits())
                  .addSerializer(double.class, new SixDigits()))
          .build();

  private ReportFile() {}

  /**
   * Writes a report.
   *
   * @param report a record
   */
  public static void write(Path file, Object report) throws EvaluationException {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, MAPPER.writeValueAsString(report) + "\n");
    } catch (IOException | JacksonException e) {
      throw new EvaluationException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  /** Reads a report back, as a tree. */
  public static JsonNode read(Path file) throws EvaluationException {
    try {
      return MAPPER.readTree(Files.readString(file));
    } catch (IOException | JacksonException e) {
      throw new EvaluationException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** More digits would differ from machine to machine and mean nothing. */
  private static final class SixDigits extends ValueSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
      if (!Double.isFinite(value)) {
        generator.writeNull();
      } else {
        generator.writeNumber(Double.parseDouble(String.format(Locale.ROOT, "%.5e", value)));
      }
    }
  }
}
