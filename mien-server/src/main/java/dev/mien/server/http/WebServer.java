package dev.mien.server.http;

import dev.mien.media.MediaLinks;
import dev.mien.media.MediaStore;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * The listeners. They open before the server is ready, so that an occupied port is known at once
 * and {@code /readyz} can be asked; requests are answered from {@link #serve} on.
 */
public final class WebServer implements AutoCloseable {
  /** Platform threads: those that accept and select; requests run on virtual ones. */
  private static final int MAX_PLATFORM_THREADS = 32;

  /**
   * As much is read from a socket at a time: with Jetty's 8 KB a body of 10 MB takes 1,280 calls. A
   * connection has the buffer only while bytes are in it.
   */
  private static final int INPUT_BUFFER_BYTES = 64 * 1024;

  private final Server server;
  private final ServerConnector plain;
  private final @Nullable ServerConnector tls;
  private final Readiness readiness = new Readiness();
  private volatile @Nullable Dispatcher dispatcher;
  private volatile MediaHandler.@Nullable Source media;
  private volatile @Nullable Endpoint legacy;

  private WebServer(String host, int port, Optional<TlsKeys> tlsKeys, HttpLimits limits) {
    this.server = new Server(threads());
    this.plain = new ServerConnector(server, connections(http(limits, false)));
    configure(plain, host, port, limits);
    this.tls = tlsKeys.map(keys -> tlsConnector(server, keys, limits)).orElse(null);
    if (tls != null) {
      configure(tls, host, tlsKeys.orElseThrow().port(), limits);
    }
    server.addBean(new NetworkConnectionLimit(limits.connections(), server));
    server.setErrorHandler(new PlainErrors(limits.headerBytes()));
    server.setStopTimeout(limits.shutdownTime().toMillis());
    BodyReader bodies = new BodyReader(limits.bodyTimeout(), limits.bodiesInFlightBytes());
    AccessLog accessLog = new AccessLog();
    Router router =
        new Router(
            readiness,
            new ApiHandler(() -> dispatcher, limits, bodies, accessLog),
            new MediaHandler(() -> media, accessLog),
            new EndpointHandler(() -> legacy, limits, bodies, accessLog));
    SlowClients slowClients = new SlowClients(limits, new GracefulHandler(router));
    server.setHandler(slowClients);
    AddressLimit perAddress = new AddressLimit(limits.connectionsPerAddress());
    for (Connector connector : server.getConnectors()) {
      connector.addBean(slowClients.connections(server.getScheduler()));
      if (limits.connectionsPerAddress() > 0) {
        connector.addBean(perAddress);
      }
    }
  }

  /**
   * Opens the listeners.
   *
   * @throws IOException if one cannot be opened; the message says which and why
   */
  public static WebServer open(String host, int port, Optional<TlsKeys> tlsKeys, HttpLimits limits)
      throws IOException {
    if (tlsKeys.isPresent()) {
      tlsKeys.orElseThrow().check();
    }
    WebServer web = new WebServer(host, port, tlsKeys, limits);
    try {
      web.server.start();
      return web;
    } catch (Exception e) {
      web.stopQuietly(e);
      throw new IOException(
          "Cannot listen on %s port %d: %s".formatted(host, port, rootMessage(e)), e);
    }
  }

  /** What {@code /readyz} says. */
  public Readiness readiness() {
    return readiness;
  }

  /** Gives out from now on what links lead to. */
  public void serveMedia(MediaStore store, MediaLinks links) {
    media = new MediaHandler.Source(store, links);
  }

  /** Answers requests of the legacy API, below {@code /face/}, from now on. */
  public void serveLegacy(Endpoint endpoint) {
    legacy = endpoint;
  }

  /** Answers requests from now on. */
  public void serve(Dispatcher requests) {
    dispatcher = requests;
    readiness.set(Readiness.State.READY);
  }

  /** The port of the listener without TLS. */
  public int port() {
    return plain.getLocalPort();
  }

  /** The port of the listener with TLS, if there is one. */
  public Optional<Integer> tlsPort() {
    return Optional.ofNullable(tls).map(ServerConnector::getLocalPort);
  }

  /** Stops accepting, waits for the requests that run, for as long as the limits say, and ends. */
  @Override
  public void close() {
    readiness.set(Readiness.State.STOPPING);
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The listeners did not stop in time", e);
    }
  }

  private void stopQuietly(Exception because) {
    try {
      server.stop();
    } catch (Exception e) {
      because.addSuppressed(e);
    }
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_PLATFORM_THREADS);
    threads.setName("mien-http");
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    return threads;
  }

  private static HttpConfiguration http(HttpLimits limits, boolean secure) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(limits.headerBytes());
    // Some clients put a whole URL into the Host header, and sign it so.
    http.setHttpCompliance(
        HttpCompliance.RFC9110.with("Mien", HttpCompliance.Violation.UNSAFE_HOST_HEADER));
    if (secure) {
      // Clients may use any name or address for this server; it has one certificate.
      http.addCustomizer(new SecureRequestCustomizer(false));
    }
    return http;
  }

  private static HttpConnectionFactory connections(HttpConfiguration http) {
    HttpConnectionFactory connections = new HttpConnectionFactory(http);
    connections.setInputBufferSize(INPUT_BUFFER_BYTES);
    return connections;
  }

  private static void configure(
      ServerConnector connector, String host, int port, HttpLimits limits) {
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(limits.idleTimeout().toMillis());
    connector.getServer().addConnector(connector);
  }

  private static ServerConnector tlsConnector(Server server, TlsKeys keys, HttpLimits limits) {
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    ssl.setKeyStorePath(keys.keyStore().toAbsolutePath().toString());
    ssl.setKeyStorePassword(keys.password());
    ssl.setSniRequired(false);
    HttpConnectionFactory http = connections(http(limits, true));
    return new ServerConnector(server, new SslConnectionFactory(ssl, http.getProtocol()), http);
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
