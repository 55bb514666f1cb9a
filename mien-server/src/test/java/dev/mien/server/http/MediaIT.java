package dev.mien.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mien.gallery.AccountId;
import dev.mien.media.MediaItem;
import dev.mien.media.MediaLimits;
import dev.mien.media.MediaLinks;
import dev.mien.media.MediaStore;
import dev.mien.media.MediaType;
import dev.mien.media.NewMedia;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint of links to media, over a real socket. */
@Timeout(60)
final class MediaIT {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final AccountId ANN = new AccountId(1);
  private static final SecretKey KEY = new SecretKeySpec(new byte[32], "Generic");
  private static final int SIZE = 200_000;

  @TempDir private Path folder;

  private final byte[] content = new byte[SIZE];
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer web;
  private MediaStore store;
  private MediaLinks links;
  private MediaItem item;

  @BeforeEach
  void open() throws Exception {
    new Random(1).nextBytes(content);
    HttpLimits limits =
        new HttpLimits(
            1000,
            1000,
            1000,
            8000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            10,
            0,
            10_000,
            Duration.ofSeconds(1));
    web = WebServer.open("127.0.0.1", 0, Optional.empty(), limits);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    MediaLimits mediaLimits = new MediaLimits(SIZE, SIZE, Duration.ofHours(1));
    store = MediaStore.open(folder, KEY, mediaLimits, clock);
    links =
        new MediaLinks(
            URI.create("http://127.0.0.1:" + web.port()), KEY, Duration.ofHours(1), clock);
    item = store.put(NewMedia.kept(ANN, "test", MediaType.PNG), content);
    web.serveMedia(store, links);
  }

  @AfterEach
  void close() {
    client.close(); // else its idle connections are waited for
    web.close();
    store.close();
  }

  @Test
  void aLinkGivesTheContentUnderItsType() throws Exception {
    HttpResponse<byte[]> answer = get(links.link(item));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(content);
    assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
    assertThat(header(answer, "Content-Length")).isEqualTo("" + SIZE);
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
  }

  @Test
  void headTellsTheLengthAlone() throws Exception {
    HttpResponse<byte[]> answer =
        send(HttpRequest.newBuilder(URI.create(links.link(item))).HEAD().build());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Length")).isEqualTo("" + SIZE);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0-0", "5-9", "65530-131080", "199999-", "-3", "100-10000000"})
  void aPartIsGivenWhereOneIsAskedFor(String range) throws Exception {
    String[] ends = range.split("-", -1);
    int from = ends[0].isEmpty() ? SIZE - Integer.parseInt(ends[1]) : Integer.parseInt(ends[0]);
    int to =
        ends[0].isEmpty() || ends[1].isEmpty()
            ? SIZE
            : Math.min(SIZE, Integer.parseInt(ends[1]) + 1);
    HttpResponse<byte[]> answer = part("bytes=" + range);
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, from, to));
    assertThat(header(answer, "Content-Range"))
        .isEqualTo("bytes %d-%d/%d".formatted(from, to - 1, SIZE));
  }

  @Test
  void whatIsNotThereCannotBeAPartAndSeveralPartsAreTheWhole() throws Exception {
    HttpResponse<byte[]> beyond = part("bytes=200000-");
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + SIZE);
    assertThat(part("bytes=0-1,5-6").body()).isEqualTo(content);
    assertThat(part("pages=0-1").body()).isEqualTo(content);
  }

  @Test
  void anExpiredAForgedAndANonsensicalLinkAreForbiddenInTheSameWords() throws Exception {
    String link = links.link(item);
    String forged = link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A");
    String base = link.substring(0, link.lastIndexOf('/') + 1);
    for (String wrong :
        List.of(
            links.link(item.id(), NOW),
            forged,
            base,
            base + "x",
            base + "..index.db",
            base + item.id(),
            link + "/")) {
      HttpResponse<byte[]> answer = get(wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(403);
      assertThat(text(answer)).isEqualTo("Forbidden\n");
    }
  }

  @Test
  void pathsThatTryToLeaveAreNoPaths() throws Exception {
    String base = "http://127.0.0.1:" + web.port();
    for (String path :
        List.of("/media/%2e%2e%2findex.db", "/media/..%2findex.db", "/media/a%2fb", "/media/%00")) {
      assertThat(get(base + path).statusCode()).as(path).isEqualTo(400);
    }
  }

  @Test
  void aSoundLinkToWhatWasDeletedIsNotFound() throws Exception {
    String link = links.link(item);
    store.delete(ANN, item.id());
    HttpResponse<byte[]> answer = get(link);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(text(answer)).isEqualTo("Not Found\n");
  }

  @Test
  void onlyReadingIsAllowed() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(links.link(item)))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      HttpResponse<byte[]> answer = send(request);
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
    }
    assertThat(get(links.link(item)).body()).isEqualTo(content);
  }

  @Test
  void damageIsAFaultAndNeverPixels() throws Exception {
    Path file;
    try (Stream<Path> all = Files.walk(folder.resolve("objects"))) {
      file = all.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    byte[] headDamaged = bytes.clone();
    headDamaged[10] ^= 1;
    Files.write(file, headDamaged);
    assertThat(get(links.link(item)).statusCode()).isEqualTo(500);
    byte[] lastChunkDamaged = bytes.clone();
    lastChunkDamaged[bytes.length - 20] ^= 1;
    Files.write(file, lastChunkDamaged);
    assertThatThrownBy(() -> get(links.link(item)))
        .as("the answer ends before its announced length")
        .isInstanceOf(IOException.class);
    Files.write(file, bytes);
    assertThat(get(links.link(item)).body()).isEqualTo(content);
  }

  private HttpResponse<byte[]> part(String range) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(links.link(item))).header("Range", range).build());
  }

  private HttpResponse<byte[]> get(String link) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(link)).build());
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
