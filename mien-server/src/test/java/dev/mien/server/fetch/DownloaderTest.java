package dev.mien.server.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.server.fetch.FetchException.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class DownloaderTest {
  private static final int MAX_BYTES = 100_000;
  private static final Duration LONG = Duration.ofSeconds(50);

  private ScriptedHost host;
  private Downloader downloader;

  @BeforeEach
  void start() throws IOException {
    host = ScriptedHost.start();
    downloader = Downloader.start(new FetchRules(true, LONG, LONG, MAX_BYTES, 3, 2));
  }

  @AfterEach
  void stop() throws IOException {
    downloader.close();
    host.close();
  }

  @Test
  void aFileIsDownloadedAsItIs() throws Exception {
    host.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    assertThat(downloader.fetch(host.url("/a.jpg?x=1"))).isEqualTo("hello".getBytes(UTF_8));
    assertThat(host.requests().getFirst())
        .startsWith("GET /a.jpg?x=1 HTTP/1.1\r\n")
        .contains("Host: 127.0.0.1:" + host.port())
        .contains("Accept-Encoding: identity")
        .doesNotContainIgnoringCase("Cookie")
        .doesNotContainIgnoringCase("Authorization");
  }

  @Test
  void aChunkedFileAndOneThatEndsWithTheConnectionAreDownloaded() throws Exception {
    host.answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
    assertThat(downloader.fetch(host.url("/"))).isEqualTo("abc".getBytes(UTF_8));
    host.answer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nuntil the end");
    assertThat(downloader.fetch(host.url("/"))).isEqualTo("until the end".getBytes(UTF_8));
  }

  @Test
  void aFileOfTheLargestSizeIsDownloadedAndOneByteMoreIsNot() throws Exception {
    String largest = "x".repeat(MAX_BYTES);
    host.answer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + largest);
    assertThat(downloader.fetch(host.url("/"))).hasSize(MAX_BYTES);
    host.answer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + largest + "x");
    assertFails(host.url("/"), Problem.TOO_LARGE);
    host.answer("HTTP/1.1 200 OK\r\nContent-Length: " + (MAX_BYTES + 1) + "\r\n\r\n");
    assertFails(host.url("/"), Problem.TOO_LARGE);
  }

  @Test
  void aFileIsWrittenToTheDiskUnderTheSameLimits(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "something longer that was there");
    host.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    downloader.fetch(host.url("/"), file);
    assertThat(file).hasContent("hello");
    host.answerForever("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(1000));
    assertThatThrownBy(() -> downloader.fetch(host.url("/"), file))
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE));
    assertThat(Files.size(file)).isLessThanOrEqualTo(MAX_BYTES);
    host.answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    assertThatThrownBy(() -> downloader.fetch(host.url("/"), folder.resolve("none/file")))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void anEndlessBodyEndsAtTheLimit() {
    host.answerForever("HTTP/1.1 200 OK\r\n\r\n", "x".repeat(1000));
    assertFails(host.url("/"), Problem.TOO_LARGE);
  }

  @Test
  void aBodyThatNeverComesEndsAtTheDeadline() {
    host.answerAndHang("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhe");
    try (Downloader hasty =
        Downloader.start(new FetchRules(true, LONG, Duration.ofMillis(300), MAX_BYTES, 3, 2))) {
      assertThatThrownBy(() -> hasty.fetch(host.url("/")))
          .isInstanceOfSatisfying(
              FetchException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_SLOW));
    }
  }

  @Test
  void aHostThatSaysNothingEndsAtTheDeadline() {
    host.answerAndHang("");
    try (Downloader hasty =
        Downloader.start(new FetchRules(true, LONG, Duration.ofMillis(300), MAX_BYTES, 3, 2))) {
      assertThatThrownBy(() -> hasty.fetch(host.url("/")))
          .isInstanceOfSatisfying(
              FetchException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_SLOW));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nab"
      })
  void anythingButTheFileItselfIsABadResponse(String response) {
    host.answer(response);
    assertFails(host.url("/"), Problem.BAD_RESPONSE);
  }

  @Test
  void aBodyShorterThanAnnouncedIsNotTakenForTheFile() {
    host.answer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello");
    assertFails(host.url("/"), Problem.UNREACHABLE);
  }

  @Test
  void threeRedirectsAreFollowedAndAFourthIsNot() throws Exception {
    host.answer(
        redirect("/1"),
        redirect("2"),
        redirect(host.url("/3")),
        "HTTP/1.1 200 OK\r\n" + "Content-Length: 2\r\n\r\nok");
    assertThat(downloader.fetch(host.url("/0"))).isEqualTo("ok".getBytes(UTF_8));
    assertThat(host.requests())
        .extracting(request -> request.substring(0, 6))
        .containsExactly("GET /0", "GET /1", "GET /2", "GET /3");
    host.answer(redirect("/1"), redirect("/2"), redirect("/3"), redirect("/4"));
    assertFails(host.url("/0"), Problem.BAD_RESPONSE);
  }

  @Test
  void theBodyOfARedirectIsNotWaitedFor() throws Exception {
    host.answerAndHangOnce(
        "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 9\r\n\r\nmo",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    assertThat(downloader.fetch(host.url("/a"))).isEqualTo("ok".getBytes(UTF_8));
    assertThat(host.requests()).hasSize(2);
  }

  @Test
  void theTargetOfARedirectMustBeAllowedToo() {
    host.answer(redirect("ftp://127.0.0.1/x"));
    assertFails(host.url("/"), Problem.URL_NOT_ALLOWED);
    host.answer(redirect("http://user@127.0.0.1/x"));
    assertFails(host.url("/"), Problem.URL_NOT_ALLOWED);
  }

  @Test
  void theAddressBehindARedirectIsCheckedLikeTheFirst() {
    InetAddress first = InetAddress.ofLiteral("127.0.0.1");
    host.answer(redirect("http://127.0.0.2:" + host.port() + "/secret"));
    try (Downloader guarded =
        Downloader.start(new FetchRules(false, LONG, LONG, MAX_BYTES, 3, 2), first::equals)) {
      assertThatThrownBy(() -> guarded.fetch(host.url("/")))
          .isInstanceOfSatisfying(
              FetchException.class,
              e -> assertThat(e.problem()).isEqualTo(Problem.ADDRESS_NOT_ALLOWED));
    }
    assertThat(host.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "http://localhost:%d/",
        "http://[::1]:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
        "http://[::ffff:7f00:1]:%d/",
        "http://[0:0:0:0:0:ffff:7f00:1]:%d/",
        "http://10.0.0.1:%d/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/"
      })
  void privateAddressesAreRefusedWithoutAConnection(String url) {
    try (Downloader guarded =
        Downloader.start(new FetchRules(false, LONG, LONG, MAX_BYTES, 3, 2))) {
      assertThatThrownBy(() -> guarded.fetch(url.formatted(host.port())))
          .isInstanceOfSatisfying(
              FetchException.class,
              e -> assertThat(e.problem()).isEqualTo(Problem.ADDRESS_NOT_ALLOWED));
    }
    assertThat(host.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.jpg",
        "//127.0.0.1/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "jar:http://127.0.0.1!/x",
        "http:///x",
        "http://user:password@127.0.0.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.01/",
        "http://127.0.0.1./",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:99999/",
        "http://127.0.0.1:-1/",
        "http://exa mple/",
        "http://[::1",
        "http://①②⑦.0.0.1/",
        "http://127.0.0.1\\@example.com/",
        "http://127.0.0.1/\r\nHost: x"
      })
  void whatIsNotAPlainUrlIsRefused(String url) {
    assertFails(url, Problem.URL_NOT_ALLOWED);
  }

  @Test
  void aHostThatDoesNotExistIsUnreachable() {
    assertFails("http://nowhere.invalid/", Problem.UNREACHABLE);
  }

  @Test
  void moreDownloadsThanAllowedAreRefusedAtOnce() throws Exception {
    CountDownLatch arrived = new CountDownLatch(2);
    CountDownLatch release = new CountDownLatch(1);
    host.answerWhen(arrived, release, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<byte[]> first = callers.submit(() -> downloader.fetch(host.url("/1")));
      Future<byte[]> second = callers.submit(() -> downloader.fetch(host.url("/2")));
      arrived.await();
      assertFails(host.url("/3"), Problem.BUSY);
      release.countDown();
      assertThat(first.get()).isEqualTo("ok".getBytes(UTF_8));
      assertThat(second.get()).isEqualTo("ok".getBytes(UTF_8));
    }
  }

  private static String redirect(String location) {
    return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
  }

  private void assertFails(String url, Problem problem) {
    assertThatThrownBy(() -> downloader.fetch(url))
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
