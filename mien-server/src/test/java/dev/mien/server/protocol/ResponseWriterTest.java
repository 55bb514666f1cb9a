package dev.mien.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

final class ResponseWriterTest {
  private static final UUID REQUEST_ID = UUID.fromString("f2c5d2a1-0000-4000-8000-000000000001");

  record Point(Long x, long y) {}

  record Response(
      String personName,
      @Nullable Long gender,
      double score,
      boolean isMatch,
      Point faceRect,
      List<Point> points,
      String imageURL) {}

  record Nothing() {}

  record Measure(Double value) {}

  @Test
  void fieldsAreNamedInUpperCamelCaseInTheirOrderAndNullIsWritten() {
    Response response =
        new Response(
            "张三", null, 87.5, true, new Point(-3L, 4), List.of(new Point(1L, 2)), "http://x");
    assertThat(text(ResponseWriter.success(response, REQUEST_ID)))
        .isEqualTo(
            "{\"Response\":{\"PersonName\":\"张三\",\"Gender\":null,\"Score\":87.5,"
                + "\"IsMatch\":true,\"FaceRect\":{\"X\":-3,\"Y\":4},"
                + "\"Points\":[{\"X\":1,\"Y\":2}],\"ImageURL\":\"http://x\","
                + "\"RequestId\":\"f2c5d2a1-0000-4000-8000-000000000001\"}}");
  }

  @Test
  void aResponseWithoutFieldsHasItsRequestIdAndNoError() {
    assertThat(text(ResponseWriter.success(new Nothing(), REQUEST_ID)))
        .isEqualTo("{\"Response\":{\"RequestId\":\"f2c5d2a1-0000-4000-8000-000000000001\"}}");
  }

  @Test
  void anErrorSpeaksTheClientsLanguage() {
    ApiException error = new ApiException(CommonError.MISSING_PARAMETER, "GroupId");
    assertThat(text(ResponseWriter.error(error, Language.ENGLISH, REQUEST_ID)))
        .isEqualTo(
            "{\"Response\":{\"Error\":{\"Code\":\"MissingParameter\","
                + "\"Message\":\"Parameter GroupId is missing.\"},"
                + "\"RequestId\":\"f2c5d2a1-0000-4000-8000-000000000001\"}}");
    assertThat(text(ResponseWriter.error(error, Language.CHINESE, REQUEST_ID)))
        .contains("缺少参数 GroupId。");
  }

  @Test
  void aNumberThatIsNotFiniteIsAFaultAndNeverSent() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> ResponseWriter.success(new Measure(value), REQUEST_ID))
          .isInstanceOf(JacksonException.class);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
