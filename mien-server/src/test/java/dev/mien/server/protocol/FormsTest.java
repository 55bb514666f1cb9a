package dev.mien.server.protocol;

import static dev.mien.server.protocol.ApiErrors.assertFails;
import static dev.mien.server.protocol.CommonError.INVALID_BODY;
import static dev.mien.server.protocol.CommonError.INVALID_PARAMETER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries, forms and multipart content, and the trees that are rebuilt from them. */
final class FormsTest {

  @Test
  void escapesAndPlusSignsAreDecoded() throws ApiException {
    assertThat(FormBody.parse("Name=%E5%BC%A0+%e4%b8%89%2Ba%3Dc*~&Empty=&Flag&&Last=1"))
        .containsExactly(
            new TextParameter("Name", "张 三+a=c*~"),
            new TextParameter("Empty", ""),
            new TextParameter("Flag", ""),
            new TextParameter("Last", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%C0%AF", "a=%ED%A0%80", "%FF=a"})
  void malformedEscapesAreRefused(String form) {
    assertFails(() -> FormBody.parse(form), INVALID_BODY, "");
  }

  @Test
  void thereMayBeTenThousandParametersAndNoMore() throws ApiException {
    assertThat(FormBody.parse("a&".repeat(10_000))).hasSize(10_000);
    assertFails(() -> FormBody.parse("a&".repeat(10_001)), INVALID_BODY, "too many");
  }

  @Test
  void namesAreUnflattenedIntoListsInTheOrderOfTheirNumbers() throws ApiException {
    String form =
        IntStream.rangeClosed(0, 10)
            .map(i -> 10 - i)
            .mapToObj(i -> "Ids." + i + "=v" + i)
            .collect(Collectors.joining("&"));
    assertThat(tree(form + "&Infos.1.A=x&Infos.0.B=y"))
        .hasToString(
            "{\"Ids\":[\"v0\",\"v1\",\"v2\",\"v3\",\"v4\",\"v5\",\"v6\",\"v7\",\"v8\",\"v9\","
                + "\"v10\"],\"Infos\":[{\"B\":\"y\"},{\"A\":\"x\"}]}");
  }

  @Test
  void aLargeNumberCostsNoMoreThanASmallOne() throws ApiException {
    assertThat(tree("Ids.9999=b&Ids.3=a")).hasToString("{\"Ids\":[\"a\",\"b\"]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A=1&A=2",
        "A=1&A.0=2",
        "A.0=2&A=1",
        "A.0=1&A.00=2",
        "A.0=1&A.B=2",
        "A.0=1&A.999999999=2",
        "A..B=1",
        ".A=1",
        "A.=1",
        "=1",
        "A.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0=1"
      })
  void namesThatDoNotMakeATreeAreRefused(String form) {
    assertFails(() -> tree(form), INVALID_PARAMETER, "");
  }

  @Test
  void multipartContentIsReadAsTextParameters() throws ApiException {
    String body =
        """
        --b
        Content-Disposition: form-data; name="GroupIds.0"

        a
        --b
        Content-Disposition: form-data; name="Image"; filename="x.txt"
        Content-Type: application/octet-stream

        张三
        second line
        --b--
        """
            .replace("\n", "\r\n");
    assertThat(multipart("multipart/form-data; boundary=b", body))
        .containsExactly(
            new TextParameter("GroupIds.0", "a"), new TextParameter("Image", "张三\r\nsecond line"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "--b\r\n",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
        "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
        "--c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--c--\r\n"
      })
  void malformedMultipartContentIsRefused(String body) {
    assertFails(() -> multipart("multipart/form-data; boundary=b", body), INVALID_BODY, "");
  }

  @Test
  void multipartContentNeedsABoundary() {
    assertFails(() -> multipart("multipart/form-data", "x"), INVALID_BODY, "boundary");
  }

  private static Object tree(String form) throws ApiException {
    return FlattenedTree.of(FormBody.parse(form)).root();
  }

  private static List<TextParameter> multipart(String contentType, String body)
      throws ApiException {
    return MultipartBody.parse(contentType, body.getBytes(StandardCharsets.UTF_8));
  }
}
