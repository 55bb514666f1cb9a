package dev.mien.server.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.GroupId;
import dev.mien.server.auth.SignedRequest;
import dev.mien.server.protocol.ApiException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of several languages and years really send. */
class RequestReaderTest {
  private static final String BOUNDARY = "--------------acebdf13572468";

  private static Parameters json(String body) throws ApiException {
    return read("application/json; charset=utf-8", body);
  }

  private static Parameters multipart(String... parts) throws ApiException {
    StringBuilder body = new StringBuilder();
    for (String part : parts) {
      body.append("--").append(BOUNDARY).append("\r\n").append(part).append("\r\n");
    }
    body.append("--").append(BOUNDARY).append("--\r\n");
    return read("multipart/form-data;boundary=" + BOUNDARY, body.toString());
  }

  private static Parameters read(String contentType, String body) throws ApiException {
    return RequestReader.read(
        new SignedRequest(
            "POST",
            "/face/x",
            "",
            Map.of("content-type", List.of(contentType)),
            body.getBytes(UTF_8)));
  }

  private static String part(String disposition, String value) {
    return "Content-Disposition: form-data; " + disposition + "\r\n\r\n" + value;
  }

  private static void refused(LegacyError error, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(error));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"appid\":123}", "{\"appid\":\"123\"}"})
  void a_number_may_be_a_number_or_text(String body) throws Exception {
    assertThat(json(body).number("appid")).contains(123L);
  }

  @Test
  void names_of_parts_may_end_in_a_semicolon_as_in_the_published_examples() throws Exception {
    Parameters parameters =
        multipart(
            part("name=\"appid\";", "123456"),
            part("name=\"group_ids[0]\";", "tencent"),
            part("name=\"group_ids[1]\";", "qq"));
    assertThat(parameters.number("appid")).contains(123456L);
    assertThat(parameters.groupIds()).containsExactly(new GroupId("tencent"), new GroupId("qq"));
  }

  @Test
  void a_semicolon_within_the_quotes_is_no_part_of_the_name() throws Exception {
    assertThat(multipart(part("name=\"person_id;\"", "p")).required("person_id")).isEqualTo("p");
  }

  @Test
  void the_name_of_a_part_decides_what_is_a_file() throws Exception {
    Parameters parameters =
        multipart(
            part("name=\"person_id\"; filename=\"person_id\"", "p"),
            part("name=\"image\"", "bytes"));
    assertThat(parameters.required("person_id")).isEqualTo("p");
    assertThat(parameters.value("image"))
        .hasValueSatisfying(
            value -> assertThat(((Value.File) value).content()).isEqualTo("bytes".getBytes(UTF_8)));
  }

  @Test
  void parts_may_have_a_length_and_odd_types() throws Exception {
    Parameters parameters =
        multipart(
            "Content-Disposition: form-data; name=\"appid\"\r\nContent-Length: 3\r\n\r\n123",
            "Content-Disposition: form-data; name=\"images[0]\"; filename=\"a.jpg\"\r\n"
                + "Content-Type: image/jpg\r\nContent-Length: 3\r\n\r\nabc");
    assertThat(parameters.number("appid")).contains(123L);
    assertThat(parameters.items("images")).hasSize(1).first().isInstanceOf(Value.File.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"group_ids[]", "group_ids"})
  void lists_need_no_numbers(String name) throws Exception {
    Parameters parameters =
        multipart(part("name=\"" + name + "\"", "a"), part("name=\"" + name + "\"", "b"));
    assertThat(parameters.groupIds()).containsExactly(new GroupId("a"), new GroupId("b"));
  }

  @Test
  void numbers_order_a_list_and_may_have_gaps() throws Exception {
    Parameters parameters =
        multipart(
            part("name=\"group_ids[10]\"", "c"),
            part("name=\"group_ids[2]\"", "b"),
            part("name=\"group_ids[0]\"", "a"));
    assertThat(parameters.groupIds()).extracting(GroupId::value).containsExactly("a", "b", "c");
  }

  @Test
  void the_text_null_is_an_absent_name_or_remark_but_a_good_id() throws Exception {
    Parameters parameters = json("{\"tag\":\"null\",\"person_id\":\"null\",\"person_name\":null}");
    assertThat(parameters.label("tag")).isEmpty();
    assertThat(parameters.label("person_name")).isEmpty();
    assertThat(parameters.personId().value()).isEqualTo("null");
  }

  @Test
  void a_session_is_echoed_or_made() throws Exception {
    UUID request = UUID.randomUUID();
    assertThat(json("{\"session_id\":\"mine\"}").sessionId(request)).isEqualTo("mine");
    assertThat(json("{}").sessionId(request)).isEqualTo(request.toString());
    refused(
        LegacyError.PARAMETER_TOO_LONG,
        () -> json("{\"session_id\":\"" + "s".repeat(257) + "\"}").sessionId(request));
  }

  @Test
  void several_groups_are_searched_before_one() throws Exception {
    assertThat(json("{\"group_id\":\"a\"}").searchedGroups()).containsExactly(new GroupId("a"));
    assertThat(json("{\"group_id\":\"a\",\"group_ids\":[\"b\"]}").searchedGroups())
        .containsExactly(new GroupId("b"));
    refused(LegacyError.PARAMETER_EMPTY, () -> json("{}").searchedGroups());
  }

  @Test
  void values_of_another_type_are_refused() throws Exception {
    refused(LegacyError.INVALID_PARAMETER, () -> json("{\"person_id\":1}").personId());
    refused(LegacyError.INVALID_PARAMETER, () -> json("{\"person_id\":{}}").personId());
    refused(LegacyError.INVALID_PARAMETER, () -> json("{\"appid\":1.5}").number("appid"));
    refused(LegacyError.INVALID_PARAMETER, () -> json("{\"appid\":\"1x\"}").number("appid"));
    refused(LegacyError.INVALID_PARAMETER, () -> json("{\"group_ids\":\"a\"}").groupIds());
    refused(LegacyError.INVALID_PARAMETER, () -> json("{\"group_ids\":[1]}").groupIds());
    refused(LegacyError.PARAMETER_EMPTY, () -> json("{\"person_id\":\"\"}").personId());
    refused(LegacyError.PARAMETER_EMPTY, () -> json("{\"group_ids\":[]}").groupIds());
  }

  @Test
  void content_of_another_kind_or_with_a_part_twice_is_a_bad_request() {
    refused(LegacyError.BAD_REQUEST, () -> read("text/plain", "{}"));
    refused(
        LegacyError.BAD_REQUEST, () -> multipart(part("name=\"a\"", "1"), part("name=\"a\"", "2")));
    refused(
        LegacyError.BAD_REQUEST,
        () -> multipart(part("name=\"urls[0]\"", "1"), part("name=\"urls[0]\"", "2")));
  }
}
