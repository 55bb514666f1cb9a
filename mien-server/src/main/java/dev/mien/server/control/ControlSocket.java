package dev.mien.server.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The socket through which commands reach a running server. It lies in the data directory, which
 * only its owner can enter; whoever can is as good as the server itself, so nobody is asked for
 * more. One command a connection, in JSON up to the end of the stream, and one outcome back.
 */
public final class ControlSocket implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String FILE = "control.sock";
  private static final int MAX_MESSAGE_BYTES = 1024 * 1024;

  private final Path file;
  private final ServerSocketChannel listener;
  private final Commands commands;

  private ControlSocket(Path file, ServerSocketChannel listener, Commands commands) {
    this.file = file;
    this.listener = listener;
    this.commands = commands;
  }

  /**
   * Opens the socket of the server that holds a data directory.
   *
   * @throws IOException if it cannot be opened, as when the path is longer than the operating
   *     system permits
   */
  public static ControlSocket open(Path dataDirectory, Commands commands) throws IOException {
    Path file = dataDirectory.resolve(FILE);
    // The directory's lock is ours, so a socket that is there is a dead server's.
    Files.deleteIfExists(file);
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      listener.bind(UnixDomainSocketAddress.of(file));
    } catch (IOException | RuntimeException e) {
      listener.close();
      throw e;
    }
    ControlSocket socket = new ControlSocket(file, listener, commands);
    Thread.ofPlatform().name("mien-control").daemon().start(socket::listen);
    return socket;
  }

  /**
   * Has a command carried out by the server that is running on a data directory.
   *
   * @return empty if none is
   */
  public static Optional<Outcome> send(Path dataDirectory, ControlCommand command) {
    Path file = dataDirectory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
      write(connection, MAPPER.writerFor(ControlCommand.class).writeValueAsString(command));
      connection.shutdownOutput();
      return Optional.of(MAPPER.readValue(read(connection), Outcome.class));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void listen() {
    while (listener.isOpen()) {
      try (SocketChannel connection = listener.accept()) {
        answer(connection);
      } catch (AsynchronousCloseException e) {
        return;
      } catch (IOException | RuntimeException e) {
        LOG.warn("A command was not carried out", e);
      }
    }
  }

  private void answer(SocketChannel connection) throws IOException {
    Outcome outcome;
    try {
      outcome = commands.run(MAPPER.readValue(read(connection), ControlCommand.class));
    } catch (JacksonException e) {
      outcome = Outcome.failed("The command is not one of this server's version.");
    }
    write(connection, MAPPER.writeValueAsString(outcome));
  }

  private static String read(SocketChannel connection) throws IOException {
    byte[] bytes = Channels.newInputStream(connection).readNBytes(MAX_MESSAGE_BYTES);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void write(SocketChannel connection, String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      connection.write(bytes);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("The control socket was not removed", e);
    }
  }
}
