package dev.mien.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
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
          10,
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
