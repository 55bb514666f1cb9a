package dev.mien.server.ivld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.PageRange;
import dev.mien.server.protocol.ApiException;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  private static void refused(IvldError error, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.code()).isEqualTo(error));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bucketName-123456.cos.ap-shanghai.myqcloud.com", "b", "10.0.0.1", "A-b.c"})
  void a_bucket_is_a_host_name(String host) throws ApiException {
    assertThat(Parameters.bucket(host)).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "a.", "-a", "a-", "http://a", "a/b", "a:80", "a b", "a..b", "a\n", "桶"})
  void nothing_else_is_a_bucket(String text) {
    refused(IvldError.INVALID_PARAM, () -> Parameters.bucket(text));
  }

  @Test
  void a_host_name_has_an_end() {
    refused(IvldError.INVALID_PARAM, () -> Parameters.bucket("a".repeat(64)));
    refused(IvldError.INVALID_PARAM, () -> Parameters.bucket("a.".repeat(127) + "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "+1", "01", "1.0", "1e3", "9999999999999999999", "\"10\""})
  void a_category_id_is_a_positive_number(String text) {
    refused(IvldError.INVALID_CATEGORY_ID, () -> Parameters.categoryId(text));
  }

  @Test
  void an_empty_category_id_may_mean_none() throws ApiException {
    assertThat(Parameters.optionalCategoryId("")).isEmpty();
    assertThat(Parameters.optionalCategoryId(null)).isEmpty();
    assertThat(Parameters.optionalCategoryId("10")).hasValue(10);
  }

  @Test
  void pages_are_counted_from_1_and_never_beyond_what_numbers_can_say() throws ApiException {
    assertThat(Parameters.page(1, 50)).isEqualTo(new PageRange(0, 50));
    assertThat(Parameters.page(3, 15)).isEqualTo(new PageRange(30, 15));
    assertThat(Parameters.page(Long.MAX_VALUE, 50).offset()).isPositive();
    refused(IvldError.INVALID_PAGE_NUMBER, () -> Parameters.page(0, 50));
    refused(IvldError.INVALID_PAGE_SIZE, () -> Parameters.page(1, 0));
    refused(IvldError.INVALID_PAGE_SIZE, () -> Parameters.page(1, 51));
  }

  @Test
  void categories_are_texts_that_can_be_shown() throws ApiException {
    assertThat(Parameters.category("公众人物", null).second()).isEmpty();
    refused(IvldError.INVALID_L1_CATEGORY, () -> Parameters.category("", "x"));
    refused(IvldError.INVALID_L1_CATEGORY, () -> Parameters.category("a\u0007", ""));
    refused(IvldError.INVALID_L2_CATEGORY, () -> Parameters.category("a", "b\n"));
    assertThat(Parameters.category("😀".repeat(60), "").first()).hasSize(120);
  }

  @Test
  void times_are_those_of_beijing() {
    assertThat(Described.time(Instant.parse("2022-01-25T02:35:47.999Z")))
        .isEqualTo("2022-01-25 10:35:47");
  }

  @Test
  void default_categories_can_be_created_in_their_order() throws ApiException {
    assertThat(DefaultCategories.ALL).doesNotHaveDuplicates();
    String first = "";
    for (var texts : DefaultCategories.ALL) {
      assertThat(Parameters.category(texts.first(), texts.second())).isEqualTo(texts);
      if (texts.second().isEmpty()) {
        first = texts.first();
      }
      assertThat(texts.first()).isEqualTo(first);
    }
  }
}
