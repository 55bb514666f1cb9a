package dev.mien.server.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes new connections of a client address that has too many, so that no single one holds all. An
 * IPv6 client may have any address of its network, so the network (64 bits) counts. Thread-safe; it
 * keeps an entry for each address with an open connection, of which the server's limit of
 * connections is a limit.
 */
final class AddressLimit implements Connection.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(AddressLimit.class);

  private static final String ADDRESS = AddressLimit.class.getName();
  private static final int IPV6_NETWORK_BYTES = 8;
  private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final int connectionsMax;
  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private final AtomicLong nextLine = new AtomicLong(System.nanoTime());

  /**
   * A limit.
   *
   * @param connectionsMax how many connections one address may have open, at least 1
   */
  AddressLimit(int connectionsMax) {
    this.connectionsMax = connectionsMax;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof ConnectionMetaData http) { // TLS has a connection of its own, too
      String address = name(connection.getEndPoint().getRemoteSocketAddress());
      http.setAttribute(ADDRESS, address); // a closed socket does not know it any more
      if (open.merge(address, 1, Integer::sum) > connectionsMax) {
        tell(address);
        socket(connection.getEndPoint()).close(); // which gives back what was counted
      }
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof ConnectionMetaData http
        && http.getAttribute(ADDRESS) instanceof String address) {
      open.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  /** What is counted together. */
  static String name(@Nullable SocketAddress remote) {
    if (!(remote instanceof InetSocketAddress socket)) {
      return "unknown";
    }
    InetAddress address = socket.getAddress();
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES)) + "/64"
        : address.getHostAddress();
  }

  private void tell(String address) {
    long now = System.nanoTime();
    long next = nextLine.get();
    if (now - next >= 0 && nextLine.compareAndSet(next, now + QUIET_NANOS)) {
      LOG.warn(
          "{} has {} connections: further ones are closed (limits.connections-per-address)",
          address,
          connectionsMax);
    }
  }

  /** Below TLS: closing that would wait for the client. */
  private static EndPoint socket(EndPoint endPoint) {
    return endPoint instanceof EndPoint.Wrapper wrapper ? socket(wrapper.unwrap()) : endPoint;
  }
}
