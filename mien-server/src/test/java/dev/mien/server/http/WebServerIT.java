package dev.mien.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Index.atIndex;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mien.gallery.AccountId;
import dev.mien.gallery.account.Credential;
import dev.mien.gallery.account.CredentialState;
import dev.mien.server.auth.AuthRules;
import dev.mien.server.auth.Authenticator;
import dev.mien.server.auth.RawRequest;
import dev.mien.server.auth.TestSigner;
import dev.mien.server.protocol.ActionRegistry;
import dev.mien.server.protocol.NoServices;
import dev.mien.server.protocol.StoreFaults;
import dev.mien.server.work.WorkLimits;
import dev.mien.server.work.WorkPool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * The listeners and the way of a request, over real sockets, with actions that only tell what
 * arrived.
 */
@Isolated("reads what the log is told")
@Timeout(120)
final class WebServerIT {
  private static final long NOW = 1795227060L;
  private static final String SECRET_ID = "AKIDTEST000000000000000000000000000";
  private static final String SECRET_KEY = "SKTEST0123456789abcdef0123456789";
  private static final int WORKERS = 2;
  private static final int QUEUE = 8;
  private static final int MB = 1024 * 1024;

  private final TestActions.Wait wait = new TestActions.Wait();
  private WorkPool pool;
  private WebServer web;

  @BeforeEach
  void open() throws IOException {
    pool =
        new WorkPool(
            new WorkLimits(WORKERS, 0, QUEUE, Duration.ofSeconds(60), Duration.ofSeconds(60)));
    web = WebServer.open("127.0.0.1", 0, Optional.empty(), limits(Duration.ofSeconds(60)));
    web.serve(dispatcher());
  }

  @AfterEach
  void close() {
    wait.release.countDown();
    web.close();
    pool.close();
  }

  static List<String> recordings() {
    return RawRequest.names();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void everyRecordedRequestIsAnsweredInItsClientsTerms(String name) throws IOException {
    String answer = send(RawRequest.bytes(name));
    assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
    assertThat(headers(answer)).contains("Content-Type: application/json\r\n");
    String recorded = new String(RawRequest.bytes(name), UTF_8);
    String body = body(answer);
    if (recorded.contains("X-TC-Token: ") || recorded.contains("&Token=")) {
      assertThat(body).contains("\"Code\":\"AuthFailure.TokenFailure\"");
    } else if (recorded.contains("Authorization: SKIP")) {
      assertThat(body).contains("\"Code\":\"AuthFailure.InvalidAuthorization\"");
    } else if (recorded.contains("application/octet-stream; charset")) {
      assertThat(body).contains("\"Code\":\"UnsupportedProtocol\"");
    } else if (recorded.contains("multipart/form-data")) {
      assertThat(body).contains("\"Code\":\"UnknownParameter\"").contains("A ");
    } else if (recorded.contains("CreatePerson")) {
      assertThat(body)
          .contains("\"PersonName\":\"张 三+a/b=c*~")
          .contains("\"Infos\":2,\"LastInfo\":\"'q\\\"\",\"Account\":1300000001");
    } else if (recorded.contains("SearchFaces")) {
      assertThat(body).contains("\"Groups\":\"abcdefghijk\",\"Threshold\":60.");
    } else {
      assertThat(body).matches("\\{\"Response\":\\{\"RequestId\":\"[0-9a-f-]{36}\"}}");
    }
  }

  @Test
  void healthAndReadinessAreTold() throws IOException {
    assertThat(get("/healthz")).startsWith("HTTP/1.1 200 ").endsWith("alive\n");
    assertThat(get("/readyz")).startsWith("HTTP/1.1 200 ").endsWith("ready\n");
    try (WebServer starting =
        WebServer.open("127.0.0.1", 0, Optional.empty(), limits(Duration.ofSeconds(60)))) {
      assertThat(send(starting.port(), request("GET /readyz"))).startsWith("HTTP/1.1 503 ");
      assertThat(send(starting.port(), request("GET /healthz"))).startsWith("HTTP/1.1 200 ");
      assertThat(body(send(starting.port(), tc3("GetGroupList", "{}"))))
          .contains("\"Code\":\"RequestLimitExceeded\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/console"})
  void pathsOfOtherApisAreKeptFree(String path) throws IOException {
    assertThat(get(path)).startsWith("HTTP/1.1 404 ");
  }

  @Test
  void anotherPathIsTheSameEndpoint() throws IOException {
    String posted = tc3("GetGroupList", "{}").replace("POST / ", "POST /iai/v1 ");
    assertThat(body(send(posted.getBytes(UTF_8)))).doesNotContain("Error");
  }

  @Test
  void whatIsNotThereIsNamed() throws IOException {
    assertThat(answerTo("Nonsense", "{}")).contains("\"Code\":\"InvalidAction\"");
    assertThat(answerTo("", "{}"))
        .contains("\"Code\":\"MissingParameter\"")
        .contains("X-TC-Action");
    String old = tc3("GetGroupList", "{}").replace("2020-03-03", "2010-01-01");
    assertThat(body(send(old.getBytes(UTF_8)))).contains("\"Code\":\"NoSuchVersion\"");
    assertThat(answerTo("GetGroupList", "{\"X\":1}")).contains("\"Code\":\"UnknownParameter\"");
    assertThat(answerTo("GetGroupList", "[]")).contains("\"Code\":\"InvalidParameter\"");
    assertThat(answerTo("SearchFaces", "{}")).contains("\"Code\":\"MissingParameter\"");
  }

  @Test
  void anUnsignedRequestIsRefused() throws IOException {
    assertThat(
            body(
                send(
                    request("POST /", "Content-Length: 2", "Content-Type: application/json")
                        .concat("{}")
                        .getBytes(UTF_8))))
        .contains("\"Code\":\"AuthFailure.InvalidAuthorization\"");
    assertThat(body(get("/?Action=GetGroupList&Version=2020-03-03")))
        .contains("\"Code\":\"MissingParameter\"")
        .contains("Signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH"})
  void onlyGetAndPostAreServed(String method) throws IOException {
    assertThat(send(web.port(), request(method + " /")))
        .startsWith("HTTP/1.1 200 ")
        .contains("\"Code\":\"UnsupportedProtocol\"");
  }

  @Test
  void aFailureInsideIsToldByItsRequestIdOnly() throws IOException {
    assertThat(answerTo("Break", "{}"))
        .contains("\"Code\":\"InternalError\"")
        .doesNotContain("inside")
        .containsPattern("\"RequestId\":\"[0-9a-f-]{36}\"");
  }

  @Test
  void messagesAreInTheClientsLanguageAndTheTraceIdComesBack() throws IOException {
    String request =
        tc3("Break", "{}")
            .replaceFirst("\r\n", "\r\nX-TC-Language: zh-CN\r\nX-TC-TraceId: abc-123\r\n");
    String answer = send(request.getBytes(UTF_8));
    assertThat(body(answer)).contains("资源不存在");
    assertThat(headers(answer)).contains("X-TC-TraceId: abc-123\r\n");
  }

  @Test
  void aBodyOfTenMegabytesIsReadAndOneByteMoreIsRefused() throws IOException {
    String json = "{\"X\":\"" + "x".repeat(10 * MB - 8) + "\"}";
    assertThat(answerTo("GetGroupList", json)).contains("\"Code\":\"UnknownParameter\"");
    assertThat(answerTo("GetGroupList", json + " "))
        .contains("\"Code\":\"RequestSizeLimitExceeded\"");
  }

  @Test
  void bodiesThatAreSmallButHoldTooMuchAreRefused() throws IOException {
    assertThat(answerTo("GetGroupList", "{\"a\":".repeat(100_000)))
        .contains("\"Code\":\"InvalidParameter\"");
    assertThat(answerTo("GetGroupList", "{\"a\":" + "[".repeat(1_000_000)))
        .contains("\"Code\":\"InvalidParameter\"");
    String form = "application/x-www-form-urlencoded";
    assertThat(body(send(web.port(), tc3("GetGroupList", form, "a&".repeat(1_000_000)))))
        .contains("\"Code\":\"InvalidParameter\"");
    assertThat(body(send(web.port(), tc3("GetGroupList", form, "A." + "0.".repeat(500_000)))))
        .contains("\"Code\":\"InvalidParameter\"");
    String part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n";
    String parts = part.repeat(100_000) + "--b--\r\n";
    assertThat(
            body(send(web.port(), tc3("GetGroupList", "multipart/form-data; boundary=b", parts))))
        .contains("\"Code\":\"InvalidParameter\"");
    assertThat(answerTo("GetGroupList", "{}")).doesNotContain("Error");
  }

  @Test
  void aDiskThatTakesNoWritesIsToldToClientsAndOnceAMinuteToTheLog() throws IOException {
    Logger logger = (Logger) LoggerFactory.getLogger(StoreFaults.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      for (int i = 0; i < 20; i++) {
        assertThat(answerTo("FillDisk", "{}")).contains("\"Code\":\"ResourceInsufficient\"");
      }
      assertThat(answerTo("WriteToReadOnlyDisk", "{}"))
          .contains("\"Code\":\"ResourceUnavailable\"");
    } finally {
      logger.detachAppender(lines);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .hasSize(2)
        .satisfies(line -> assertThat(line).contains("0 before it", "make room"), atIndex(0))
        .satisfies(line -> assertThat(line).contains("19 before it", "read-only"), atIndex(1));
  }

  @Test
  void whoAsksLearnsHowFarTheStartIsAndWhatIsBrokenLater() throws IOException {
    AtomicReference<Optional<String>> defect = new AtomicReference<>(Optional.empty());
    try (WebServer starting =
        WebServer.open("127.0.0.1", 0, Optional.empty(), limits(Duration.ofSeconds(60)))) {
      starting.readiness().startsWith(() -> "7 of 9 faces are loaded");
      starting.readiness().suffersFrom(defect::get);
      String early = send(starting.port(), request("GET /readyz"));
      assertThat(headers(early)).startsWith("HTTP/1.1 503 ").contains("Retry-After: 5\r\n");
      assertThat(body(early)).isEqualTo("starting: 7 of 9 faces are loaded\n");
      String call = send(starting.port(), tc3("GetGroupList", "{}"));
      assertThat(headers(call)).contains("Retry-After: 5\r\n");
      assertThat(body(call))
          .contains("\"Code\":\"RequestLimitExceeded\"")
          .contains("The server is starting");
      starting.serve(dispatcher());
      assertThat(send(starting.port(), request("GET /readyz")))
          .startsWith("HTTP/1.1 200 ")
          .doesNotContain("Retry-After");
      defect.set(Optional.of("something broke"));
      String broken = send(starting.port(), request("GET /readyz"));
      assertThat(broken).startsWith("HTTP/1.1 503 ").endsWith("not ready: something broke\n");
    }
  }

  @Test
  void aFormMayHaveOneMegabyteAndAQuery32Kilobytes() throws IOException {
    String form = "a".repeat(MB + 1);
    String posted =
        request(
                "POST /",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length())
            .concat(form);
    assertThat(body(send(posted.getBytes(UTF_8))))
        .contains("\"Code\":\"RequestSizeLimitExceeded\"");
    assertThat(body(get("/?a=" + "x".repeat(32 * 1024))))
        .contains("\"Code\":\"RequestSizeLimitExceeded\"");
    String tooLong = get("/?a=" + "x".repeat(70 * 1024));
    assertThat(tooLong).startsWith("HTTP/1.1 200 ");
    assertThat(headers(tooLong)).contains("Content-Type: application/json\r\n");
    assertThat(body(tooLong))
        .contains("\"Code\":\"RequestSizeLimitExceeded\"")
        .containsPattern("\"RequestId\":\"[0-9a-f-]{36}\"");
    assertThat(body(send(web.port(), request("GET /", "X-Long: " + "x".repeat(70 * 1024)))))
        .contains("\"Code\":\"RequestSizeLimitExceeded\"");
  }

  @Test
  void aClientThatWaitsForPermissionToSendItsBodyGetsIt() throws IOException {
    String head = tc3("GetGroupList", "{}");
    String expecting = head.replaceFirst("\r\n", "\r\nExpect: 100-continue\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
      socket
          .getOutputStream()
          .write(expecting.substring(0, expecting.length() - 2).getBytes(UTF_8));
      assertThat(readHead(socket.getInputStream())).startsWith("HTTP/1.1 100 ");
      socket.getOutputStream().write("{}".getBytes(UTF_8));
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aBodyThatStopsHalfWayEndsTheConnection() throws IOException {
    try (WebServer hasty =
        WebServer.open("127.0.0.1", 0, Optional.empty(), limits(Duration.ofMillis(300)))) {
      hasty.serve(dispatcher());
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), hasty.port())) {
        String whole = tc3("GetGroupList", "{}");
        socket.getOutputStream().write(whole.substring(0, whole.length() - 1).getBytes(UTF_8));
        // The server gives up by itself; what it says then does not matter.
        assertThat(socket.getInputStream().readAllBytes()).isNotNull();
      }
    }
  }

  @Test
  void bodiesThatDoNotFitIntoMemoryTogetherAreRefused() throws IOException {
    HttpLimits oneBody =
        new HttpLimits(
            10 * MB,
            MB,
            32 * 1024,
            64 * 1024,
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            100,
            0,
            11L * MB,
            Duration.ofSeconds(1));
    String large = tc3("GetGroupList", "{\"X\":\"" + "x".repeat(9 * MB) + "\"}");
    try (WebServer small = WebServer.open("127.0.0.1", 0, Optional.empty(), oneBody);
        Socket first = new Socket(InetAddress.getLoopbackAddress(), small.port())) {
      small.serve(dispatcher());
      // A body that is announced takes no room, or silent clients could take all of it.
      int head = large.indexOf("\r\n\r\n") + 4;
      first.getOutputStream().write(large.substring(0, head).getBytes(UTF_8));
      assertThat(send(small.port(), large)).contains("\"Code\":\"UnknownParameter\"");
      first.getOutputStream().write(large.substring(head, large.length() - 1).getBytes(UTF_8));
      // From now on all of it may be in memory any moment.
      String second = large.replaceFirst("\r\n", "\r\nExpect: 100-continue\r\n");
      String answer = "";
      while (!answer.contains("\"Code\":\"RequestLimitExceeded\"")) {
        answer = send(small.port(), second.substring(0, second.indexOf("\r\n\r\n") + 4));
      }
      assertThat(body(send(small.port(), tc3("GetGroupList", "{}")))).doesNotContain("Error");
    }
  }

  @Test
  void ofTenTimesWhatFitsTheRestIsRefusedAtOnceAndWhatFitsIsAnswered() throws Exception {
    int fits = WORKERS + QUEUE;
    String unsigned =
        request("POST /", "Content-Type: application/json", "Content-Length: 2") + "{}";
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<String> answers = new ExecutorCompletionService<>(clients);
      for (int i = 0; i < 10 * fits; i++) {
        answers.submit(() -> answerTo("Wait", "{}"));
      }
      // The workers are not let go before all who are refused have their answer.
      for (int i = 0; i < 9 * fits; i++) {
        assertThat(answers.take().get()).contains("\"Code\":\"RequestLimitExceeded\"");
      }
      // To refuse must cost little: nobody's signature is checked for that.
      assertThat(send(web.port(), unsigned)).contains("\"Code\":\"RequestLimitExceeded\"");
      wait.release.countDown();
      for (int i = 0; i < fits; i++) {
        assertThat(answers.take().get()).contains("RequestId").doesNotContain("Error");
      }
    }
    for (int i = 0; i < 10 * fits; i++) {
      assertThat(answerTo("GetGroupList", "{}")).doesNotContain("Error");
    }
    assertThat(send(web.port(), unsigned)).contains("\"Code\":\"AuthFailure.");
  }

  @Test
  void aLargeBodyIsRefusedBeforeItIsSentAndWhoSendsItAllTheSameKeepsTheConnection()
      throws Exception {
    String large = "x".repeat(9 * MB);
    String refused =
        tc3("GetGroupList", large).replaceFirst("Connection: close", "Connection: keep-alive");
    int head = refused.indexOf("\r\n\r\n") + 4;
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), web.port())) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < WORKERS + QUEUE; i++) {
        answers.add(clients.submit(() -> answerTo("Wait", "{}")));
      }
      wait.running.await();
      while (!pool.isFull()) {
        Thread.onSpinWait();
      }
      socket.getOutputStream().write(refused.substring(0, head).getBytes(UTF_8));
      assertThat(readAnswer(socket.getInputStream()))
          .contains("\"Code\":\"RequestLimitExceeded\"")
          .doesNotContain("Connection: close");
      socket.getOutputStream().write(refused.substring(head).getBytes(UTF_8));
      wait.release.countDown();
      for (Future<String> answer : answers) {
        assertThat(answer.get()).doesNotContain("Error");
      }
      socket.getOutputStream().write(tc3("GetGroupList", "{}").getBytes(UTF_8));
      assertThat(readAnswer(socket.getInputStream())).doesNotContain("Error");
    }
  }

  @Test
  void largeBodiesThatStopHalfWayKeepNoOtherLargeBodyOut() throws Exception {
    String json = "{\"X\":\"" + "x".repeat(2 * MB) + "\"}";
    String large = tc3("GetGroupList", json);
    List<Socket> stopped = new ArrayList<>();
    try {
      for (int i = 0; i < 3 * (WORKERS + QUEUE); i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), web.port());
        stopped.add(socket);
        socket.getOutputStream().write(large.substring(0, MB).getBytes(UTF_8));
        assertThat(answerTo("GetGroupList", json)).contains("\"Code\":\"UnknownParameter\"");
      }
      Socket last = stopped.getLast();
      last.getOutputStream().write(large.substring(MB).getBytes(UTF_8));
      assertThat(readAnswer(last.getInputStream())).contains("\"Code\":\"UnknownParameter\"");
    } finally {
      for (Socket socket : stopped) {
        socket.close();
      }
    }
  }

  @Test
  void theAccessLogTellsWhoAskedForWhatAndNothingThatWasSent() throws IOException {
    Logger logger = (Logger) LoggerFactory.getLogger("mien.access");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.INFO);
    try {
      answerTo("GetGroupList", "{}");
      answerTo("Made\tup", "{\"Image\":\"secret\"}");
      send(web.port(), request("PUT /secret"));
    } finally {
      web.close();
      logger.detachAppender(lines);
      logger.setLevel(null);
    }
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .satisfiesExactlyInAnyOrder( // a line is written after its answer has gone
            line ->
                assertThat(line)
                    .matches(
                        "request=[0-9a-f-]{36} account=1300000001 action=GetGroupList code=OK"
                            + " body-ms=[0-9]+ ms=[0-9]+"),
            line -> assertThat(line).contains("account=1300000001 action=- code=InvalidAction"),
            line -> assertThat(line).contains("account=- action=- code=UnsupportedProtocol"));
  }

  @Test
  void aRequestThatRunsIsFinishedWhenTheServerStops() throws Exception {
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(() -> unchecked(() -> answerTo("Wait", "{}")));
    wait.running.await();
    int port = web.port();
    CompletableFuture<Void> stopping = CompletableFuture.runAsync(web::close);
    wait.release.countDown();
    assertThat(answer.get()).contains("RequestId").doesNotContain("Error");
    stopping.get();
    assertThat(unchecked(() -> connects(port))).isFalse();
  }

  private static HttpLimits limits(Duration idle) {
    return new HttpLimits(
        10 * MB,
        MB,
        32 * 1024,
        64 * 1024,
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        idle,
        100,
        0,
        64L * MB,
        Duration.ofSeconds(30));
  }

  private Dispatcher dispatcher() {
    Credential credential =
        new Credential(
            new AccountId(1300000001L),
            SECRET_ID,
            SECRET_KEY,
            CredentialState.ACTIVE,
            Instant.EPOCH);
    return new Dispatcher(
        new Authenticator(
            id -> Optional.of(credential).filter(known -> known.secretId().equals(id)),
            new AuthRules(Duration.ofMinutes(5), Set.of(), 1000, false),
            InstantSource.fixed(Instant.ofEpochSecond(NOW))),
        new ActionRegistry(
            List.of(
                new TestActions.CreatePerson(),
                new TestActions.SearchFaces(),
                new TestActions.GetGroupList(),
                new TestActions.Break(),
                new TestActions.FillDisk(),
                new TestActions.WriteToReadOnlyDisk(),
                wait)),
        new NoServices(),
        pool,
        Optional.empty());
  }

  private String answerTo(String action, String json) throws IOException {
    return body(send(tc3(action, json).getBytes(UTF_8)));
  }

  private static String tc3(String action, String json) {
    return tc3(action, "application/json", json);
  }

  private static String tc3(String action, String contentType, String body) {
    Map<String, String> signed = new LinkedHashMap<>();
    signed.put("content-type", contentType);
    signed.put("host", "mien");
    String authorization =
        TestSigner.tc3(SECRET_ID, SECRET_KEY, NOW, "POST", "", signed, body.getBytes(UTF_8));
    return request(
            "POST /",
            "Content-Type: " + contentType,
            "Content-Length: " + body.getBytes(UTF_8).length,
            "X-TC-Timestamp: " + NOW,
            "X-TC-Version: 2020-03-03",
            "X-TC-Action: " + action,
            "Authorization: " + authorization)
        .concat(body);
  }

  private static String request(String line, String... headers) {
    StringBuilder text = new StringBuilder(line + " HTTP/1.1\r\nHost: mien\r\n");
    for (String header : headers) {
      text.append(header).append("\r\n");
    }
    return text.append("Connection: close\r\n\r\n").toString();
  }

  private String get(String target) throws IOException {
    return send(web.port(), request("GET " + target));
  }

  private String send(byte[] request) throws IOException {
    return send(web.port(), new String(request, ISO_8859_1).getBytes(ISO_8859_1));
  }

  private static String send(int port, String request) throws IOException {
    return send(port, request.getBytes(UTF_8));
  }

  /** Sends a request and reads up to the end of its response. */
  private static String send(int port, byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request);
      return readAnswer(socket.getInputStream());
    }
  }

  private static String readAnswer(InputStream in) throws IOException {
    String head = readHead(in);
    int length =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .map(line -> Integer.parseInt(line.substring(15).strip()))
            .findFirst()
            .orElse(0);
    return head + new String(in.readNBytes(length), UTF_8);
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).as("after %s", head).isNotNegative();
      head.append((char) next);
    }
    return head.toString();
  }

  private static String headers(String answer) {
    return answer.substring(0, answer.indexOf("\r\n\r\n") + 2);
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private static boolean connects(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (ConnectException e) {
      return false;
    }
  }

  private interface Attempt<T> {
    T run() throws IOException;
  }

  private static <T> T unchecked(Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
