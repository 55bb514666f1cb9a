package dev.mien.server.fetch;

import dev.mien.server.fetch.FetchException.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads URLs that clients give. */
final class FetchUrl {
  /** Longer than any real URL of a picture, short enough for a request line. */
  private static final int MAX_CHARACTERS = 4096;

  private static final int MAX_PORT = 65_535;

  /** Four decimal numbers without leading zeroes, which some systems would read as octal. */
  private static final Pattern PLAIN_IPV4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

  /** What some systems would take for an address: digits, or hexadecimal ones, at its end. */
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?(0[xX][0-9a-fA-F]*|[0-9]+)\\.?");

  private FetchUrl() {}

  /**
   * A URL to download from.
   *
   * @throws FetchException {@link Problem#URL_NOT_ALLOWED} if it is not an absolute http or https
   *     URL, has credentials, or writes an IPv4 address in another way than four decimal numbers
   */
  static URI parse(String text) throws FetchException {
    if (text.length() > MAX_CHARACTERS) {
      throw notAllowed("longer than " + MAX_CHARACTERS + " characters");
    }
    try {
      return check(new URI(text.strip()));
    } catch (URISyntaxException e) {
      throw notAllowed("malformed");
    }
  }

  /** The target of a redirect, under the same rules. */
  static URI redirect(URI from, String location) throws FetchException {
    try {
      return check(from.resolve(new URI(location.strip())));
    } catch (URISyntaxException e) {
      throw notAllowed("malformed redirect");
    }
  }

  private static URI check(URI url) throws FetchException {
    @Nullable String scheme = url.getScheme();
    @Nullable String host = url.getHost();
    if (scheme == null || !scheme.toLowerCase(Locale.ROOT).matches("https?")) {
      throw notAllowed("neither http nor https");
    }
    if (host == null || host.isEmpty()) {
      throw notAllowed("without a host");
    }
    if (url.getRawUserInfo() != null) {
      throw notAllowed("with credentials");
    }
    if (NUMERIC.matcher(host).matches() && !PLAIN_IPV4.matcher(host).matches()) {
      throw notAllowed("with an unusual spelling of an address");
    }
    if (url.getPort() == 0 || url.getPort() > MAX_PORT) {
      throw notAllowed("with an impossible port");
    }
    return url;
  }

  private static FetchException notAllowed(String why) {
    return new FetchException(Problem.URL_NOT_ALLOWED, "The URL is not allowed: it is " + why);
  }
}
