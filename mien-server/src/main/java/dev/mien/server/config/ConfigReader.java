package dev.mien.server.config;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads configurations: defaults, over them a file, over that what the command line says. */
public final class ConfigReader {
  private static final String DEFAULTS = "defaults.yaml";

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .addModule(
              new SimpleModule()
                  .addDeserializer(Duration.class, new FromText<>(Durations::parse))
                  .addDeserializer(DataSize.class, new FromText<>(DataSize::parse))
                  .addDeserializer(Path.class, new FromText<>(Path::of))
                  .addDeserializer(URI.class, new FromText<>(URI::create)))
          .build();

  private ConfigReader() {}

  /**
   * The configuration of a server.
   *
   * @param file a YAML file, or null for none
   * @param overrides values for top-level keys that win over the file
   * @throws ConfigException if the file cannot be read, has a key that is not a setting, or a value
   *     that is not possible
   */
  public static ServerConfig read(@Nullable Path file, Map<String, String> overrides)
      throws ConfigException {
    ObjectNode settings = defaults();
    if (file != null) {
      merge(settings, parse(file));
    }
    overrides.forEach(settings::put);
    try {
      return MAPPER.treeToValue(settings, ServerConfig.class);
    } catch (JacksonException e) {
      throw new ConfigException(describe(e, file));
    }
  }

  private static ObjectNode defaults() {
    try (InputStream resource = ConfigReader.class.getResourceAsStream(DEFAULTS)) {
      if (resource != null && MAPPER.readTree(resource) instanceof ObjectNode settings) {
        return settings;
      }
      throw new IllegalStateException("The program lacks its " + DEFAULTS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode parse(Path file) throws ConfigException {
    try {
      JsonNode settings = MAPPER.readTree(Files.readString(file));
      if (settings instanceof ObjectNode object) {
        return object;
      }
      if (settings.isNull() || settings.isMissingNode()) {
        return MAPPER.createObjectNode();
      }
      throw new ConfigException("%s: expected keys with values".formatted(file));
    } catch (NoSuchFileException e) {
      throw new ConfigException("%s: there is no such file".formatted(file));
    } catch (IOException e) {
      throw new ConfigException("%s: cannot be read: %s".formatted(file, e.getMessage()));
    } catch (JacksonException e) {
      throw new ConfigException("%s: not YAML: %s".formatted(file, e.getOriginalMessage()));
    }
  }

  /** Puts values over values, section by section. An empty value keeps what is there. */
  private static void merge(ObjectNode settings, ObjectNode changes) {
    for (Map.Entry<String, JsonNode> change : changes.properties()) {
      if (settings.get(change.getKey()) instanceof ObjectNode section
          && change.getValue() instanceof ObjectNode sectionChanges) {
        merge(section, sectionChanges);
      } else if (!change.getValue().isNull() || !settings.has(change.getKey())) {
        settings.set(change.getKey(), change.getValue());
      }
    }
  }

  private static String describe(JacksonException problem, @Nullable Path file) {
    String path =
        problem instanceof DatabindException e
            ? e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "" : step.getPropertyName())
                .collect(joining("."))
            : "";
    String what =
        problem instanceof UnrecognizedPropertyException
            ? "there is no such setting"
            : reason(problem);
    String origin = file == null ? "configuration" : file.toString();
    return path.isEmpty() ? origin + ": " + what : "%s: %s: %s".formatted(origin, path, what);
  }

  private static String reason(JacksonException problem) {
    @Nullable Throwable cause = problem.getCause();
    if (cause instanceof IllegalArgumentException || cause instanceof NullPointerException) {
      return String.valueOf(cause.getMessage());
    }
    return problem.getOriginalMessage();
  }

  private static final class FromText<T> extends ValueDeserializer<T> {
    private final Function<String, T> parser;

    private FromText(Function<String, T> parser) {
      this.parser = parser;
    }

    @Override
    public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
      try {
        return this.parser.apply(parser.getValueAsString(""));
      } catch (IllegalArgumentException e) {
        return context.reportInputMismatch(this, "%s", e.getMessage());
      }
    }
  }
}
