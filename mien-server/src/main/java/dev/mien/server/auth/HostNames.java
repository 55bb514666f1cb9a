package dev.mien.server.auth;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The host texts that a client may have put into its signature. */
final class HostNames {
  private HostNames() {}

  /**
   * The host as sent, without its port (as the Node.js client signs it), each of these in lower
   * case, and the configured names. At most four more than are configured.
   */
  static Set<String> candidates(String host, Set<String> publicHosts) {
    Set<String> candidates = new LinkedHashSet<>();
    candidates.add(host);
    candidates.add(withoutPort(host));
    candidates.add(host.toLowerCase(Locale.ROOT));
    candidates.add(withoutPort(host).toLowerCase(Locale.ROOT));
    candidates.addAll(publicHosts);
    return candidates;
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean isPort = colon > 0 && host.indexOf(']', colon) < 0 && host.indexOf('/', colon) < 0;
    return isPort ? host.substring(0, colon) : host;
  }
}
