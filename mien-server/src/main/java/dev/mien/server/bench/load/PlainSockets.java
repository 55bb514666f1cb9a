package dev.mien.server.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;

/**
 * One connection for each request, from which next to nothing is needed to send large bodies: a
 * client that shares the machine with the server must leave it that. Pictures go from their memory
 * into the socket.
 *
 * @param address of the server
 * @param host what is signed as the host
 * @param look when it looks for an answer
 */
record PlainSockets(InetSocketAddress address, String host, Look look) implements Transport {
  /** So much is sent before other senders have their turn: a socket takes megabytes. */
  private static final int PIECE_BYTES = 256 * 1024;

  /** When clients look for an answer. */
  enum Look {
    /** When they have sent everything, as those of Java and Python do. */
    AFTER_SENDING,
    /** While they send, and send no more when they have it, as those of Go do. */
    WHILE_SENDING
  }

  /** The server has closed the connection, and there is no answer. */
  static final class CutOffException extends IOException {
    private static final long serialVersionUID = 1L;

    private CutOffException(IOException cause) {
      super(cause);
    }
  }

  /** Connections to a server. */
  static PlainSockets to(URI server, Look look) {
    return new PlainSockets(
        new InetSocketAddress(server.getHost(), server.getPort()), server.getAuthority(), look);
  }

  @Override
  public String post(String path, Map<String, String> headers, Content body)
      throws IOException, InterruptedException {
    ByteBuffer[] all = new ByteBuffer[body.parts().size() + 1];
    all[0] = ByteBuffer.wrap(head(path, headers, body.length()).getBytes(ISO_8859_1));
    for (int i = 1; i < all.length; i++) {
      all[i] = body.parts().get(i - 1).duplicate();
    }
    try (SocketChannel channel = SocketChannel.open(address)) {
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      return switch (look) {
        case AFTER_SENDING -> {
          send(channel, all);
          yield PlainAnswer.read(channel);
        }
        case WHILE_SENDING -> answerWhileSending(channel, all);
      };
    } catch (IOException e) {
      throw new CutOffException(e);
    }
  }

  private String head(String path, Map<String, String> headers, long length) {
    StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    return head.append("Content-Length: " + length + "\r\n\r\n").toString();
  }

  @SuppressWarnings("ThreadPriorityCheck") // Virtual threads: it is only about who is next.
  private static void send(SocketChannel channel, ByteBuffer[] all) throws IOException {
    for (ByteBuffer part : all) {
      while (part.hasRemaining()) {
        int rest = part.remaining() - Math.min(part.remaining(), PIECE_BYTES);
        part.limit(part.limit() - rest);
        channel.write(part);
        part.limit(part.limit() + rest);
        Thread.yield();
      }
    }
  }

  private static String answerWhileSending(SocketChannel channel, ByteBuffer[] all)
      throws IOException, InterruptedException {
    Thread sender = Thread.ofVirtual().start(() -> sendUntilClosed(channel, all));
    try {
      return PlainAnswer.read(channel);
    } finally {
      channel.close();
      sender.join();
    }
  }

  private static void sendUntilClosed(SocketChannel channel, ByteBuffer[] all) {
    try {
      send(channel, all);
    } catch (IOException e) {
      // Whoever waits for the answer has it, or sees the same.
    }
  }

  @Override
  public void close() {
    // each request has closed its connection
  }
}
