package dev.mien.server.fetch;

import dev.mien.server.fetch.FetchException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * Downloads small files from URLs that clients give: http and https only, public addresses only
 * unless configured otherwise, no credentials, few redirects, each of them checked like the first
 * URL, bounded in bytes, in time and in number. Nothing is decompressed. Thread-safe.
 */
public final class Downloader implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int OK = 200;
  private static final int COPY_BYTES = 1 << 16;
  private static final int MAX_RESPONSE_HEADER_BYTES = 16 * 1024;

  /** The client keeps a little about each host; not for long. */
  private static final long DESTINATION_IDLE_MILLIS = 5_000;

  private final FetchRules rules;
  private final HttpClient client;
  private final Semaphore places;

  private Downloader(FetchRules rules, HttpClient client) {
    this.rules = rules;
    this.client = client;
    this.places = new Semaphore(rules.concurrency());
  }

  /** A downloader, ready for use. */
  public static Downloader start(FetchRules rules) {
    return start(rules, rules.allowPrivate() ? _ -> true : PublicAddresses::contains);
  }

  /** A downloader that connects to permitted addresses only. */
  static Downloader start(FetchRules rules, Predicate<InetAddress> permitted) {
    return start(rules, new GuardedResolver(permitted));
  }

  /** A downloader that connects to the addresses that come out of a resolver. */
  static Downloader start(FetchRules rules, GuardedResolver resolver) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 2);
    threads.setName("mien-fetch");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    ClientConnector connector = new ClientConnector();
    connector.setSelectors(1);
    HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(connector));
    client.setExecutor(threads);
    client.setSocketAddressResolver(resolver);
    client.setFollowRedirects(false);
    client.setConnectTimeout(rules.connectTimeout().toMillis());
    client.setIdleTimeout(rules.totalTimeout().toMillis());
    client.setAddressResolutionTimeout(rules.connectTimeout().toMillis());
    client.setDestinationIdleTimeout(DESTINATION_IDLE_MILLIS);
    client.setMaxResponseHeadersSize(MAX_RESPONSE_HEADER_BYTES);
    client.setHttpCookieStore(new HttpCookieStore.Empty());
    client.setUserAgentField(null);
    try {
      client.start();
    } catch (Exception e) {
      throw new IllegalStateException("The downloader cannot start", e);
    }
    client.getContentDecoderFactories().clear();
    client.getAuthenticationStore().clearAuthentications();
    return new Downloader(rules, client);
  }

  /** Refuses URLs that would not be downloaded from whatever is there. */
  public static void check(String url) throws FetchException {
    FetchUrl.parse(url);
  }

  /**
   * The content behind a URL, which must fit into one array.
   *
   * @throws FetchException if it is refused, or does not arrive whole within the limits
   */
  public byte[] fetch(String url) throws FetchException, InterruptedException {
    return fetch(url, this::read);
  }

  /**
   * Writes the content behind a URL into a file, of which only a piece is in memory at a time.
   *
   * @param file whatever is in it is lost
   * @throws FetchException if it is refused, or does not arrive whole within the limits; something
   *     of it may be in the file
   * @throws UncheckedIOException if the file cannot be written
   */
  public void fetch(String url, Path file) throws FetchException, InterruptedException {
    fetch(url, content -> copy(content, file));
  }

  private <T> T fetch(String url, Sink<T> sink) throws FetchException, InterruptedException {
    URI target = FetchUrl.parse(url);
    if (!places.tryAcquire()) {
      throw new FetchException(Problem.BUSY, "Too many downloads are running");
    }
    try {
      long deadline = System.nanoTime() + rules.totalTimeout().toNanos();
      for (int redirects = 0; redirects <= rules.maxRedirects(); redirects++) {
        Answer<T> answer = ask(target, deadline, sink);
        switch (answer) {
          case Content<T>(T content) -> {
            return content;
          }
          case Redirect<T>(String location) -> target = FetchUrl.redirect(target, location);
        }
      }
      throw new FetchException(
          Problem.BAD_RESPONSE, "More than %d redirects".formatted(rules.maxRedirects()));
    } finally {
      places.release();
    }
  }

  /** Takes in what arrives. */
  private interface Sink<T> {
    T take(InputStream content) throws IOException, FetchException;
  }

  private sealed interface Answer<T> {}

  private record Content<T>(T content) implements Answer<T> {}

  private record Redirect<T>(String location) implements Answer<T> {}

  private <T> Answer<T> ask(URI url, long deadline, Sink<T> sink)
      throws FetchException, InterruptedException {
    long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (leftMillis <= 0) {
      throw tooSlow();
    }
    try (InputStreamResponseListener listener = new InputStreamResponseListener()) {
      Request request =
          client
              .newRequest(url)
              .headers(
                  headers ->
                      headers
                          .put(HttpHeader.ACCEPT_ENCODING, "identity")
                          .put(HttpHeader.USER_AGENT, "Mien")
                          .put(HttpHeader.CONNECTION, "close"))
              .timeout(leftMillis, TimeUnit.MILLISECONDS);
      request.send(listener);
      Response response = listener.get(leftMillis, TimeUnit.MILLISECONDS);
      if (REDIRECTS.contains(response.getStatus())) {
        Redirect<T> redirect = redirect(response);
        end(request, listener, leftMillis);
        return redirect;
      }
      checkHead(response);
      return new Content<>(sink.take(listener.getInputStream()));
    } catch (TimeoutException e) {
      throw tooSlow();
    } catch (ExecutionException | IOException e) {
      throw failure(e);
    }
  }

  /**
   * Ends a request whose body is not read, and waits for it: if the next request met this one's
   * connection closing, the client would open two for it.
   */
  private static void end(Request request, InputStreamResponseListener listener, long leftMillis)
      throws InterruptedException, TimeoutException {
    var _ = request.abort(new CancellationException("The body is not needed"));
    var _ = listener.await(leftMillis, TimeUnit.MILLISECONDS);
  }

  private static <T> Redirect<T> redirect(Response response) throws FetchException {
    @Nullable String location = response.getHeaders().get(HttpHeader.LOCATION);
    if (location == null) {
      throw new FetchException(Problem.BAD_RESPONSE, "A redirect without a location");
    }
    return new Redirect<>(location);
  }

  private void checkHead(Response response) throws FetchException {
    if (response.getStatus() != OK) {
      throw new FetchException(
          Problem.BAD_RESPONSE, "The host answered with status " + response.getStatus());
    }
    @Nullable String encoding = response.getHeaders().get(HttpHeader.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new FetchException(Problem.BAD_RESPONSE, "The content is compressed");
    }
    if (response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > rules.maxBytes()) {
      throw tooLarge();
    }
  }

  private byte[] read(InputStream content) throws IOException, FetchException {
    byte[] bytes = content.readNBytes(Math.toIntExact(rules.maxBytes() + 1));
    if (bytes.length > rules.maxBytes()) {
      throw tooLarge();
    }
    return bytes;
  }

  /** Returns the length. */
  private Long copy(InputStream content, Path file) throws IOException, FetchException {
    byte[] piece = new byte[COPY_BYTES];
    long length = 0;
    try (OutputStream out = opened(file)) {
      for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
        length += count;
        if (length > rules.maxBytes()) {
          throw tooLarge();
        }
        write(out, piece, count);
      }
    }
    return length;
  }

  private static OutputStream opened(Path file) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A full disk is not the connection's fault. */
  private static void write(OutputStream out, byte[] piece, int count) {
    try {
      out.write(piece, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FetchException failure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FetchException e) {
        return e;
      }
      if (cause instanceof TimeoutException) {
        return tooSlow();
      }
    }
    return new FetchException(Problem.UNREACHABLE, "The connection failed");
  }

  private FetchException tooLarge() {
    return new FetchException(
        Problem.TOO_LARGE, "The content is larger than %d bytes".formatted(rules.maxBytes()));
  }

  private FetchException tooSlow() {
    return new FetchException(
        Problem.TOO_SLOW,
        "The download takes longer than %d ms".formatted(rules.totalTimeout().toMillis()));
  }

  @Override
  public void close() {
    try {
      client.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The downloader cannot stop", e);
    }
  }
}
