package dev.mien.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections of one address, over real sockets. */
@Timeout(60)
final class AddressLimitTest {
  private static final int MAX = 3;
  private static final int TRIES = 500;
  private static final int PAUSE_MILLIS = 20;
  private static final Duration LONG = Duration.ofSeconds(60);

  @Test
  void anAddressHasNoMoreConnectionsThanAllowedAndGetsAnotherWhenOneIsClosed() throws Exception {
    try (WebServer web = open(MAX)) {
      List<Socket> kept = new ArrayList<>();
      for (int i = 0; i < MAX; i++) {
        Socket socket = connect(web);
        kept.add(socket);
        assertThat(isAnswered(socket)).isTrue();
      }
      try (Socket refused = connect(web)) {
        assertThat(isAnswered(refused)).isFalse();
      }
      assertThat(isAnswered(kept.getFirst())).as("those that are open stay").isTrue();
      kept.removeFirst().close();
      boolean answered = false;
      for (int i = 0; i < TRIES && !answered; i++) { // until the server has noticed
        Thread.sleep(PAUSE_MILLIS);
        try (Socket next = connect(web)) {
          answered = isAnswered(next);
        }
      }
      assertThat(answered).isTrue();
      close(kept); // or the server waits for them
    }
  }

  @Test
  void withoutALimitAnAddressMayHaveAll() throws Exception {
    try (WebServer web = open(0)) {
      List<Socket> kept = new ArrayList<>();
      for (int i = 0; i < 5 * MAX; i++) {
        kept.add(connect(web));
        assertThat(isAnswered(kept.getLast())).isTrue();
      }
      close(kept); // or the server waits for them
    }
  }

  @Test
  void theAddressesOfOneIpv6NetworkCountAsOne() throws Exception {
    assertThat(name("2001:db8:1:2::1")).isEqualTo(name("2001:db8:1:2:ffff::9"));
    assertThat(name("2001:db8:1:2::1")).isNotEqualTo(name("2001:db8:1:3::1"));
    assertThat(name("192.0.2.1")).isNotEqualTo(name("192.0.2.2"));
  }

  private static String name(String address) throws IOException {
    return AddressLimit.name(new InetSocketAddress(InetAddress.getByName(address), 1));
  }

  private static WebServer open(int connectionsPerAddress) throws IOException {
    return WebServer.open(
        "127.0.0.1",
        0,
        Optional.empty(),
        new HttpLimits(
            1000,
            1000,
            1000,
            64 * 1024,
            LONG,
            LONG,
            LONG,
            LONG,
            100,
            connectionsPerAddress,
            64 * 1024,
            Duration.ofSeconds(20)));
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private static Socket connect(WebServer web) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), web.port());
  }

  private static boolean isAnswered(Socket socket) throws IOException {
    try {
      byte[] request =
          "GET /healthz HTTP/1.1\r\nHost: mien\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(request);
      byte[] answer = new byte[1000];
      int length = 0;
      while (length >= 0 && !new String(answer, StandardCharsets.US_ASCII).contains("alive\n")) {
        int read = socket.getInputStream().read(answer, length, answer.length - length);
        length = read < 0 ? read : length + read;
      }
      return length > 0;
    } catch (SocketException reset) {
      return false;
    }
  }
}
