package dev.mien.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class TlsIT {
  private static final String PASSWORD = "not-a-secret";
  private static final HttpLimits LIMITS =
      new HttpLimits(
          1000,
          1000,
          1000,
          8000,
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          10,
          0,
          10_000,
          Duration.ofSeconds(1));

  @TempDir Path folder;

  @Test
  void theSameAnswersComeOverTls() throws Exception {
    Path keyStore = makeKeyStore();
    TlsKeys keys = new TlsKeys(0, keyStore, PASSWORD);
    try (WebServer web = WebServer.open("127.0.0.1", 0, Optional.of(keys), LIMITS);
        HttpClient client = HttpClient.newBuilder().sslContext(trusting(keyStore)).build()) {
      URI uri = URI.create("https://127.0.0.1:" + web.tlsPort().orElseThrow() + "/healthz");
      assertThat(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body())
          .isEqualTo("alive\n");
    }
  }

  @Test
  void aHandshakeThatDripsEndsTheConnection() throws Exception {
    HttpLimits hasty =
        new HttpLimits(
            LIMITS.bodyBytes(),
            LIMITS.formBytes(),
            LIMITS.queryBytes(),
            LIMITS.headerBytes(),
            Duration.ofMillis(500),
            LIMITS.bodyTimeout(),
            LIMITS.answerTimeout(),
            Duration.ofHours(1),
            LIMITS.connections(),
            LIMITS.connectionsPerAddress(),
            LIMITS.bodiesInFlightBytes(),
            LIMITS.shutdownTime());
    TlsKeys keys = new TlsKeys(0, makeKeyStore(), PASSWORD);
    try (WebServer web = WebServer.open("127.0.0.1", 0, Optional.of(keys), hasty);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), web.tlsPort().orElseThrow())) {
      OutputStream out = socket.getOutputStream();
      out.write(new byte[] {22, 3, 1, 64, 0}); // a handshake's record of 16 KiB
      // A write fails once the server has closed the connection: until then, the test goes on.
      assertThatThrownBy(() -> drip(out)).isInstanceOf(IOException.class);
    }
  }

  private static void drip(OutputStream out) throws IOException, InterruptedException {
    while (true) {
      out.write(1);
      Thread.sleep(20);
    }
  }

  @Test
  void aWrongPasswordIsFoundOutAtStart() throws Exception {
    TlsKeys keys = new TlsKeys(0, makeKeyStore(), "wrong");
    assertThatThrownBy(() -> WebServer.open("127.0.0.1", 0, Optional.of(keys), LIMITS))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("password");
  }

  private Path makeKeyStore() throws IOException, InterruptedException {
    Path keyStore = folder.resolve("mien.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keyStore.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "mien",
                "-keyalg",
                "EC",
                "-dname",
                "CN=mien",
                "-ext",
                "SAN=ip:127.0.0.1")
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    return keyStore;
  }

  private static SSLContext trusting(Path keyStore) throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(keyStore)) {
      trusted.load(stream, PASSWORD.toCharArray());
    }
    KeyStore certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("mien", trusted.getCertificate("mien"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
