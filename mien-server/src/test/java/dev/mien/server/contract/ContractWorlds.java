package dev.mien.server.contract;

import dev.mien.server.it.TestServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A real server with a {@link ContractWorld} for each API, made when it is first asked for. */
final class ContractWorlds implements AutoCloseable {
  private final Path data;
  private final TestServer server;
  private final Map<String, ContractWorld> worlds = new LinkedHashMap<>();

  private ContractWorlds(Path data, TestServer server) {
    this.data = data;
    this.server = server;
  }

  /**
   * Starts the server.
   *
   * @param settings lines of its configuration file
   */
  static ContractWorlds start(Path data, String... settings) throws Exception {
    return new ContractWorlds(data, TestServer.start(data, settings));
  }

  /** The world of an API; each has an account of its own. */
  ContractWorld of(String service) throws Exception {
    ContractWorld known = worlds.get(service);
    if (known != null) {
      return known;
    }
    ContractWorld made =
        switch (service) {
          case "iai" -> new IaiWorld(server);
          case "ivld" -> new IvldWorld(server, server.newAccount(data), server.newAccount(data));
          case "vod" -> new VodWorld(server, server.newAccount(data));
          default -> throw new IllegalArgumentException("Where is the world of " + service + "?");
        };
    made.reset();
    worlds.put(service, made);
    return made;
  }

  TestServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }
}
