package dev.mien.server.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.gallery.AccountId;
import dev.mien.gallery.StoreException;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.CredentialState;
import dev.mien.server.auth.AuthRules;
import dev.mien.server.auth.LegacyAuthenticator;
import dev.mien.server.auth.SignedRequest;
import dev.mien.server.it.LegacyClient;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.protocol.NoServices;
import dev.mien.server.work.WorkLimits;
import dev.mien.server.work.WorkPool;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the way of a request does when something on it breaks. */
class LegacyEndpointTest {
  private static final AccountId ACCOUNT = new AccountId(7);
  private static final String SECRET_ID = "AKIDtest";
  private static final String SECRET_KEY = "secret";
  private static final long NOW = 1_700_000_000;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final WorkPool pool =
      new WorkPool(new WorkLimits(1, 0, 1, Duration.ofMillis(10), Duration.ofMillis(10)));

  @AfterEach
  void close() {
    pool.close();
  }

  /** A call that tells its name. */
  private record Data(String askedFor) {}

  /** What a call does. */
  private interface Work {
    Record answer() throws Exception;
  }

  private record TestCall(String name, Work work) implements LegacyCall {
    @Override
    public Record answer(Parameters parameters, Caller caller) throws ApiException {
      try {
        return work.answer();
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private LegacyEndpoint endpoint(Work work) {
    Credential credential =
        new Credential(ACCOUNT, SECRET_ID, SECRET_KEY, CredentialState.ACTIVE, Instant.EPOCH);
    return new LegacyEndpoint(
        new LegacyAuthenticator(
            id -> id.equals(SECRET_ID) ? Optional.of(credential) : Optional.empty(),
            ACCOUNT::equals,
            new AuthRules(Duration.ofMinutes(5), Set.of(), 100, false),
            InstantSource.fixed(Instant.ofEpochSecond(NOW))),
        LegacyCalls.of(List.of(new TestCall("tell", work))),
        new NoServices(),
        pool,
        Optional.empty());
  }

  private static SignedRequest request(String json) throws Exception {
    String fields = "a=7&k=%s&t=%d&e=%d".formatted(SECRET_ID, NOW, NOW);
    return new SignedRequest(
        "POST",
        "/face/tell",
        "",
        Map.of(
            "content-type",
            List.of("application/json"),
            "authorization",
            List.of(LegacyClient.signature(fields, SECRET_KEY))),
        json.getBytes(UTF_8));
  }

  private static JsonNode answer(LegacyEndpoint endpoint, String json) throws Exception {
    return JsonMapper.shared().readTree(endpoint.reply(request(json), UUID.randomUUID()).body());
  }

  private int code(Work work) throws Exception {
    JsonNode answer = answer(endpoint(work), "{\"appid\":7}");
    assertThat(answer.get("data").isEmpty()).isTrue();
    return answer.get("code").asInt();
  }

  @Test
  void an_answer_has_its_fields_in_snake_case() throws Exception {
    assertThat(answer(endpoint(() -> new Data("x")), "{\"appid\":\"7\"}").toString())
        .isEqualTo("{\"code\":0,\"message\":\"OK\",\"data\":{\"asked_for\":\"x\"}}");
  }

  @Test
  void the_app_id_may_be_spelled_as_in_the_tables_of_the_reference() throws Exception {
    JsonNode answer = answer(endpoint(() -> new Data("x")), "{\"AppId\":\"7\"}");
    assertThat(answer.get("code").asInt()).isZero();
  }

  @Test
  void a_fault_has_code_213() throws Exception {
    assertThat(
            code(
                () -> {
                  throw new IllegalStateException("expected by this test");
                }))
        .isEqualTo(213);
  }

  @Test
  void a_store_that_fails_has_code_1200() throws Exception {
    assertThat(
            code(
                () -> {
                  throw new StoreException("expected by this test");
                }))
        .isEqualTo(-1200);
  }

  @Test
  void a_server_that_is_busy_has_code_15() throws Exception {
    Thread first =
        Thread.startVirtualThread(
            () -> {
              try {
                answer(
                    endpoint(
                        () -> {
                          begun.countDown();
                          end.await();
                          return new Data("late");
                        }),
                    "{\"appid\":7}");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    begun.await();
    assertThat(code(() -> new Data("x"))).isEqualTo(15);
    end.countDown();
    first.join();
  }

  @Test
  void what_is_refused_before_the_body_is_read_has_a_code_too() throws Exception {
    LegacyEndpoint endpoint = endpoint(() -> new Data("x"));
    for (var expected :
        Map.of(
                CommonError.REQUEST_SIZE_LIMIT_EXCEEDED, 23,
                CommonError.REQUEST_LIMIT_EXCEEDED, 15,
                CommonError.UNSUPPORTED_PROTOCOL, 3,
                CommonError.INTERNAL_ERROR, 213)
            .entrySet()) {
      ApiException refused = new ApiException(expected.getKey(), 1, 2);
      byte[] body = endpoint.refusal(request(""), UUID.randomUUID(), refused).body();
      assertThat(JsonMapper.shared().readTree(body).get("code").asInt())
          .isEqualTo(expected.getValue());
    }
  }
}
