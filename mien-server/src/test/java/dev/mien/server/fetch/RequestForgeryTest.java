package dev.mien.server.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.server.fetch.FetchException.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Hosts and name servers that want a download to reach what it must not, or never to end. The only
 * address on this machine that counts as public is the scripted host's.
 */
@Timeout(60)
final class RequestForgeryTest {
  private static final int MAX_BYTES = 10_000;
  private static final int MAX_REDIRECTS = 3;
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final InetAddress OUTSIDE = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress INSIDE = InetAddress.ofLiteral("127.0.0.2");
  private static final String FILE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final AtomicInteger lookups = new AtomicInteger();
  private ScriptedHost host;

  @BeforeEach
  void start() throws IOException {
    host = ScriptedHost.start();
  }

  @AfterEach
  void stop() throws IOException {
    host.close();
  }

  @Test
  void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws Exception {
    host.answer(FILE);
    try (Downloader downloader = resolving(this::first)) {
      assertThat(downloader.fetch(named("/"))).isEqualTo("ok".getBytes(UTF_8));
      assertThat(lookups).hasValue(1);
      // From the second look-up on, the name stands for an address inside.
      assertFails(downloader, named("/"), Problem.ADDRESS_NOT_ALLOWED);
    }
    assertThat(host.requests()).hasSize(1);
  }

  @Test
  void aNameThatMeansAnotherAddressAfterARedirectIsRefused() {
    host.answer(redirect("/again"), FILE);
    try (Downloader downloader = resolving(this::first)) {
      assertFails(downloader, named("/"), Problem.ADDRESS_NOT_ALLOWED);
    }
    assertThat(host.requests()).hasSize(1);
  }

  @Test
  void aPrivateAddressAmongPublicOnesIsRefused() {
    host.answer(FILE);
    try (Downloader downloader = resolving(_ -> new InetAddress[] {OUTSIDE, INSIDE})) {
      assertFails(downloader, named("/"), Problem.ADDRESS_NOT_ALLOWED);
    }
    assertThat(host.requests()).isEmpty();
  }

  @Test
  void aNameServerThatNeverAnswersIsNotWaitedFor() {
    CountDownLatch never = new CountDownLatch(1);
    GuardedResolver.Lookup silent =
        _ -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new InetAddress[] {OUTSIDE};
        };
    try (Downloader downloader =
        Downloader.start(
            rules(SHORT), new GuardedResolver(RequestForgeryTest::permitted, silent))) {
      assertFails(downloader, named("/"), Problem.TOO_SLOW);
    } finally {
      never.countDown();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2/",
        "//127.0.0.2/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::127.0.0.2]/",
        "http://[::ffff:127.0.0.2]/",
        "http://[::ffff:7f00:2]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://[2002:7f00:2::1]/",
        "http://[64:ff9b::7f00:2]/",
        "http://[64:ff9b:1::7f00:2]/",
        "http://[2001:0:7f00:2::]/",
        "http://[ff02::1]/"
      })
  void aRedirectToAnAddressInsideIsRefusedWithoutAConnection(String location) {
    host.answer(redirect(location), FILE);
    assertRefused(Problem.ADDRESS_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "gopher://127.0.0.1/",
        "jar:http://127.0.0.1!/x",
        "data:text/plain,ok",
        "javascript:1",
        "unix:/var/run/docker.sock",
        "http:127.0.0.2",
        "http:///x",
        "http://user:password@127.0.0.1/",
        "http://127.0.0.1@127.0.0.2/",
        "http://2130706434/",
        "http://0x7f000002/",
        "http://0x7f.0.0.2/",
        "http://017700000002/",
        "http://0177.0.0.2/",
        "http://127.2/",
        "http://127.0.2/",
        "http://127.0.0.2./",
        "http://127.0.0.1:0/",
        "http://127.0.0.1\\@127.0.0.2/",
        "http://[::1"
      })
  void aRedirectToWhatIsNoPlainUrlIsRefused(String location) {
    host.answer(redirect(location), FILE);
    assertRefused(Problem.URL_NOT_ALLOWED);
  }

  /**
   * Again and again, for whether a connection is opened that nobody needs is a matter of chance.
   */
  @RepeatedTest(20)
  void aCircleOfRedirectsEnds() {
    host.answer(redirect("/b"), redirect("/a"));
    try (Downloader downloader = Downloader.start(rules(LONG), RequestForgeryTest::permitted)) {
      assertFails(downloader, host.url("/a"), Problem.BAD_RESPONSE);
    }
    assertThat(host.requests()).hasSize(MAX_REDIRECTS + 1);
  }

  @Test
  void aFragmentStaysHere() throws Exception {
    host.answer(FILE);
    try (Downloader downloader = Downloader.start(rules(LONG), RequestForgeryTest::permitted)) {
      assertThat(downloader.fetch(host.url("/a?b=c#@127.0.0.2/"))).hasSize(2);
    }
    assertThat(host.requests().getFirst()).startsWith("GET /a?b=c HTTP/1.1\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\nX: ",
        "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;a=",
        "HTTP/1.1 302 Found\r\nLocation: /"
      })
  void anAnswerThatDripsEndsAtTheDeadline(String beginning) {
    host.answerSlowly(beginning, "H");
    try (Downloader downloader = Downloader.start(rules(SHORT), RequestForgeryTest::permitted)) {
      assertFails(downloader, host.url("/"), Problem.TOO_SLOW);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\nabc\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nabc",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        "SSH-2.0-OpenSSH_9.9\r\n",
        "no protocol at all"
      })
  void anAnswerOfAWrongLengthIsNotTakenForTheFile(String answer) {
    host.answer(answer);
    try (Downloader downloader = Downloader.start(rules(LONG), RequestForgeryTest::permitted)) {
      assertFails(downloader, host.url("/"), Problem.UNREACHABLE);
    }
  }

  @Test
  void anEndlessHeadEndsAtItsLimit() {
    host.answerForever("HTTP/1.1 200 OK\r\nX: ", "x".repeat(1000));
    try (Downloader downloader = Downloader.start(rules(LONG), RequestForgeryTest::permitted)) {
      assertFails(downloader, host.url("/"), Problem.UNREACHABLE);
    }
  }

  @Test
  void moreThanWasAnnouncedIsNotRead() throws Exception {
    host.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok" + "x".repeat(MAX_BYTES));
    try (Downloader downloader = Downloader.start(rules(LONG), RequestForgeryTest::permitted)) {
      assertThat(downloader.fetch(host.url("/"))).isEqualTo("ok".getBytes(UTF_8));
    }
  }

  @Test
  void afterAllKindsOfFailuresThereIsStillPlaceForADownload() throws Exception {
    try (Downloader downloader = Downloader.start(rules(SHORT), RequestForgeryTest::permitted)) {
      host.answerSlowly("HTTP/1.1 200 OK\r\n\r\n", "x");
      assertFails(downloader, host.url("/"), Problem.TOO_SLOW);
      host.answer(redirect("http://127.0.0.2/"));
      assertFails(downloader, host.url("/"), Problem.ADDRESS_NOT_ALLOWED);
      host.answer("nonsense\r\n");
      assertFails(downloader, host.url("/"), Problem.UNREACHABLE);
    }
    try (Downloader downloader = Downloader.start(rules(LONG), RequestForgeryTest::permitted)) {
      host.answer(redirect("http://127.0.0.2/"));
      assertFails(downloader, host.url("/"), Problem.ADDRESS_NOT_ALLOWED);
      host.answer("nonsense\r\n");
      assertFails(downloader, host.url("/"), Problem.UNREACHABLE);
      host.answer(FILE);
      assertThat(downloader.fetch(host.url("/"))).hasSize(2);
    }
  }

  /** The scripted host at first, an address inside whenever the name is looked up again. */
  private InetAddress[] first(String name) {
    return new InetAddress[] {lookups.getAndIncrement() == 0 ? OUTSIDE : INSIDE};
  }

  private static boolean permitted(InetAddress address) {
    return address.equals(OUTSIDE) || PublicAddresses.contains(address);
  }

  private static Downloader resolving(GuardedResolver.Lookup lookup) {
    return Downloader.start(
        rules(LONG), new GuardedResolver(RequestForgeryTest::permitted, lookup));
  }

  private String named(String path) {
    return "http://rebinding.test:" + host.port() + path;
  }

  /** One place, so that a download that does not give it back is found out. */
  private static FetchRules rules(Duration total) {
    return new FetchRules(false, LONG, total, MAX_BYTES, MAX_REDIRECTS, 1);
  }

  private void assertRefused(Problem problem) {
    try (Downloader downloader = Downloader.start(rules(LONG), RequestForgeryTest::permitted)) {
      assertFails(downloader, host.url("/"), problem);
    }
    assertThat(host.requests()).hasSize(1);
  }

  private static String redirect(String location) {
    return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
  }

  private static void assertFails(Downloader downloader, String url, Problem problem) {
    assertThatThrownBy(() -> downloader.fetch(url))
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
