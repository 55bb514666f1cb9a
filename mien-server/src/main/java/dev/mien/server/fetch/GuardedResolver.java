package dev.mien.server.fetch;

import dev.mien.server.fetch.FetchException.Problem;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Resolves the hosts of downloads. The HTTP client connects to the very addresses that come out of
 * here, so there is no second look-up that could answer differently.
 */
final class GuardedResolver implements SocketAddressResolver {
  private final Predicate<InetAddress> permitted;
  private final Lookup lookup;

  /** Finds the addresses of a name. */
  interface Lookup {
    InetAddress[] find(String host) throws UnknownHostException;
  }

  /** Asks the system for addresses. */
  GuardedResolver(Predicate<InetAddress> permitted) {
    this(permitted, InetAddress::getAllByName);
  }

  GuardedResolver(Predicate<InetAddress> permitted, Lookup lookup) {
    this.permitted = permitted;
    this.lookup = lookup;
  }

  @Override
  public void resolve(
      String host,
      int port,
      Map<String, Object> context,
      Promise<List<InetSocketAddress>> promise) {
    // A look-up may take long; the download's own deadline does not wait for it.
    Thread.ofVirtual()
        .name("mien-resolve")
        .start(
            () -> {
              try {
                promise.succeeded(allowed(host, port));
              } catch (FetchException | RuntimeException e) {
                promise.failed(e);
              }
            });
  }

  private List<InetSocketAddress> allowed(String host, int port) throws FetchException {
    InetAddress[] addresses;
    try {
      addresses = lookup.find(host);
    } catch (UnknownHostException e) {
      throw new FetchException(Problem.UNREACHABLE, "The host's name does not resolve");
    }
    // One private address among public ones is a trick, not a fallback.
    if (!Arrays.stream(addresses).allMatch(permitted)) {
      throw new FetchException(
          Problem.ADDRESS_NOT_ALLOWED, "The host has an address that is not public");
    }
    return Arrays.stream(addresses).map(address -> new InetSocketAddress(address, port)).toList();
  }
}
