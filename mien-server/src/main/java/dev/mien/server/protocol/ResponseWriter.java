package dev.mien.server.protocol;

import java.util.List;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the bytes of responses: UTF-8 JSON of the form that every official client can read.
 *
 * <p>A response record's components become fields with their first letter in upper case. A null
 * component is written as null; {@code Error} is there only if there is one; the request id is
 * always there and is the last field. Thread-safe.
 */
public final class ResponseWriter {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY) // as declared
          .addModule(
              new SimpleModule()
                  .addSerializer(Double.class, new FiniteDouble())
                  .addSerializer(double.class, new FiniteDouble())
                  .addSerializer(Float.class, new FiniteFloat())
                  .addSerializer(float.class, new FiniteFloat()))
          .build();

  private ResponseWriter() {}

  /**
   * A successful response.
   *
   * @throws tools.jackson.core.JacksonException if a number is not finite
   */
  public static byte[] success(Record response, UUID requestId) {
    return enclose(MAPPER.valueToTree(response), requestId);
  }

  /** A response that tells of an error. */
  public static byte[] error(ApiException error, Language language, UUID requestId) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields
        .putObject("Error")
        .put("Code", error.code().code())
        .put("Message", error.message(language));
    return enclose(fields, requestId);
  }

  /** A list on its own, for {@link ResultFile}. */
  static byte[] file(List<? extends Record> entries) {
    return MAPPER.writeValueAsBytes(entries);
  }

  private static byte[] enclose(ObjectNode fields, UUID requestId) {
    fields.put("RequestId", requestId.toString());
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.set("Response", fields);
    return MAPPER.writeValueAsBytes(root);
  }

  private static final class FiniteDouble extends ValueSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
      if (!Double.isFinite(value)) {
        context.reportMappingProblem("A response number is not finite");
      }
      generator.writeNumber(value);
    }
  }

  private static final class FiniteFloat extends ValueSerializer<Float> {
    @Override
    public void serialize(Float value, JsonGenerator generator, SerializationContext context) {
      if (!Float.isFinite(value)) {
        context.reportMappingProblem("A response number is not finite");
      }
      generator.writeNumber(value);
    }
  }
}
