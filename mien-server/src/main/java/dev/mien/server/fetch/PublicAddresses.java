package dev.mien.server.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the public internet from those that only have a meaning nearby. Ranges: the
 * IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and its updates).
 */
final class PublicAddresses {
  /**
   * Global unicast: everything in IPv6 that is not here is loopback, local, multicast or unused.
   */
  private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");

  private static final List<AddressRange> REFUSED =
      List.of(
          AddressRange.of("0.0.0.0/8"), // this network
          AddressRange.of("10.0.0.0/8"), // private
          AddressRange.of("100.64.0.0/10"), // shared behind carrier-grade NAT
          AddressRange.of("127.0.0.0/8"), // loopback
          AddressRange.of("168.63.129.16/32"), // a cloud's host agent, public only by its number
          AddressRange.of("169.254.0.0/16"), // link-local, cloud metadata
          AddressRange.of("172.16.0.0/12"), // private
          AddressRange.of("192.0.0.0/24"), // protocol assignments, a cloud's metadata
          AddressRange.of("192.0.2.0/24"), // documentation
          AddressRange.of("192.88.99.0/24"), // 6to4 relays
          AddressRange.of("192.168.0.0/16"), // private
          AddressRange.of("198.18.0.0/15"), // benchmarks
          AddressRange.of("198.51.100.0/24"), // documentation
          AddressRange.of("203.0.113.0/24"), // documentation
          AddressRange.of("224.0.0.0/4"), // multicast
          AddressRange.of("240.0.0.0/4"), // reserved, broadcast
          AddressRange.of("2001::/23"), // protocol assignments, Teredo (holds an IPv4 address)
          AddressRange.of("2001:db8::/32"), // documentation
          AddressRange.of("2002::/16"), // 6to4 (holds an IPv4 address)
          AddressRange.of("3fff::/20")); // documentation

  private PublicAddresses() {}

  /** Whether an address is public. IPv4 addresses in IPv6 clothes are judged as what they are. */
  static boolean contains(InetAddress address) {
    if (address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address)) {
      return false;
    }
    return REFUSED.stream().noneMatch(range -> range.contains(address));
  }
}
