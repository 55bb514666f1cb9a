package dev.mien.server.protocol;

import static dev.mien.server.protocol.ApiErrors.assertFails;
import static dev.mien.server.protocol.CommonError.INVALID_PARAMETER;
import static dev.mien.server.protocol.CommonError.MISSING_PARAMETER;
import static dev.mien.server.protocol.CommonError.UNKNOWN_PARAMETER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestBinderTest {

  record Detail(Long index, @Nullable String text) {}

  record Request(
      String name,
      @Nullable Long count,
      @Nullable @Unsigned Long size,
      @Nullable Double threshold,
      @Nullable Boolean flag,
      @Nullable List<String> ids,
      @Nullable List<Detail> details,
      @Nullable List<@Unsigned Long> sizes) {}

  record Unbindable(Object anything) {}

  @Test
  void everyTypeIsReadFromJson() throws ApiException {
    Request request =
        json(
            """
            {"Name":"张 三","Count":-5,"Size":7,"Threshold":60.5,"Flag":true,"Ids":["a","b"],
             "Details":[{"Index":1,"Text":"x"},{"Index":2}],"Sizes":[1,2]}
            """);
    assertThat(request)
        .isEqualTo(
            new Request(
                "张 三",
                -5L,
                7L,
                60.5,
                true,
                List.of("a", "b"),
                List.of(new Detail(1L, "x"), new Detail(2L, null)),
                List.of(1L, 2L)));
  }

  @Test
  void everyTypeIsReadFromAForm() throws ApiException {
    Request request =
        form(
            "Name=n&Count=-5&Size=7&Threshold=60&Flag=True&Ids.0=a&Ids.1=b"
                + "&Details.0.Index=1&Details.0.Text=x&Details.1.Index=2&Sizes.0=1&Sizes.1=2");
    assertThat(request)
        .isEqualTo(
            new Request(
                "n",
                -5L,
                7L,
                60.0,
                true,
                List.of("a", "b"),
                List.of(new Detail(1L, "x"), new Detail(2L, null)),
                List.of(1L, 2L)));
  }

  @Test
  void whatIsNotThereIsNull() throws ApiException {
    assertThat(json("{\"Name\":\"n\",\"Count\":null}"))
        .isEqualTo(new Request("n", null, null, null, null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"Name\":null}"})
  void aRequiredParameterThatIsAbsentOrNullIsMissing(String body) {
    assertFails(() -> json(body), MISSING_PARAMETER, "Name");
  }

  @Test
  void aMissingParameterInsideAListIsNamedWithItsPath() {
    assertFails(
        () -> json("{\"Name\":\"n\",\"Details\":[{\"Index\":1},{\"Text\":\"x\"}]}"),
        MISSING_PARAMETER,
        "Details.1.Index");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'Name':'n','Xyz':1} | Xyz",
        "{'Name':'n','name':'n'} | name",
        "{'Name':'n','Details':[{'Index':0,'Xyz':1}]} | Details.0.Xyz"
      })
  void anUnknownParameterIsNamedWithItsPath(String body, String path) {
    assertFails(() -> json(body.replace('\'', '"')), UNKNOWN_PARAMETER, path + " is not known");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'Name':5 | Name",
        "'Name':'n','Count':'five' | Count",
        "'Name':'n','Count':5.0 | Count",
        "'Name':'n','Count':true | Count",
        "'Name':'n','Count':9223372036854775808 | Count",
        "'Name':'n','Count':'9223372036854775808' | Count",
        "'Name':'n','Size':-1 | Size",
        "'Name':'n','Size':'-1' | Size",
        "'Name':'n','Sizes':[0,-1] | Sizes.1",
        "'Name':'n','Threshold':'60' | Threshold",
        "'Name':'n','Threshold':1e999 | Threshold",
        "'Name':'n','Flag':'true' | Flag",
        "'Name':'n','Flag':1 | Flag",
        "'Name':'n','Ids':'a' | Ids",
        "'Name':'n','Ids':{} | Ids",
        "'Name':'n','Ids':['a',null] | Ids.1",
        "'Name':'n','Details':['a'] | Details.0",
        "'Name':{'a':'b'} | Name",
        "'Name':'\\ud800' | Name"
      })
  void aValueOfAnotherTypeIsRefusedWithItsPath(String fields, String path) {
    String body = "{" + fields.replace('\'', '"') + "}";
    assertFails(() -> json(body), INVALID_PARAMETER, "Parameter " + path + ":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "+5", "05"})
  void aWholeNumberMayBeWrittenAsText(String text) throws ApiException {
    assertThat(json("{\"Name\":\"n\",\"Count\":\"" + text + "\"}").count()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"60.0, 60", "60., 60", "-3, -3", "9223372036854775807, 9223372036854775807"})
  void aFormMayWriteAWholeNumberWithADecimalPoint(String text, long value) throws ApiException {
    assertThat(form("Name=n&Count=" + text).count()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Count=60.5",
        "Count=1e3",
        "Count=0x10",
        "Count=9223372036854775808.0",
        "Threshold=NaN",
        "Threshold=Infinity",
        "Threshold=1e999",
        "Threshold=0x1p3",
        "Flag=yes",
        "Ids=a",
        "Ids.0.X=a"
      })
  void aFormsTextMustFitTheType(String pair) {
    String path = pair.substring(0, 3);
    assertFails(() -> form("Name=n&" + pair), INVALID_PARAMETER, path);
  }

  @Test
  void anEmptyFormValueIsAbsentUnlessAStringIsExpected() throws ApiException {
    assertThat(form("Name=&Count=&Threshold=&Flag=&Ids="))
        .isEqualTo(new Request("", null, null, null, null, null, null, null));
  }

  @Test
  void listsCannotBeChanged() throws ApiException {
    List<String> ids = json("{\"Name\":\"n\",\"Ids\":[\"a\"]}").ids();
    assertThatThrownBy(() -> ids.add("b")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aRecordThatCannotBeBoundIsFoundOutBeforeAnyRequest() {
    assertThatThrownBy(() -> RequestBinder.check(Unbindable.class))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Request json(String body) throws ApiException {
    return RequestBinder.bind(Request.class, JsonBody.parse(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Request form(String body) throws ApiException {
    return RequestBinder.bind(Request.class, FlattenedTree.of(FormBody.parse(body)));
  }
}
