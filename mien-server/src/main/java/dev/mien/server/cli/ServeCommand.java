package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.server.assembly.MienServer;
import dev.mien.server.assembly.StartException;
import dev.mien.server.config.ConfigException;
import dev.mien.server.config.ConfigReader;
import dev.mien.server.config.ServerConfig;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a server until it is told to stop. */
@Command(name = "serve", description = "Runs the server until SIGTERM or SIGINT.")
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Interface to listen on (default: 127.0.0.1).")
  private @Nullable String host;

  @Option(names = "--port", paramLabel = "PORT", description = "Port to listen on (default: 8600).")
  private @Nullable Integer port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Directory that holds all data (default: ./mien-data).")
  private @Nullable Path data;

  @Option(names = "--config", paramLabel = "FILE", description = "YAML file with further settings.")
  private @Nullable Path config;

  @Option(
      names = "--model-pack",
      paramLabel = "DIR",
      description = "Directory with a model pack (default: the one that comes with Mien).")
  private @Nullable Path modelPack;

  @Override
  public Integer call() throws ConfigException, StartException, InterruptedException {
    ServerConfig settings = ConfigReader.read(config, overrides());
    MienServer server = MienServer.start(settings, Clock.systemUTC());
    StopSignals.onStop(() -> stop(server));
    UnpackedLibraries.remove(Path.of(System.getProperty("java.io.tmpdir")));
    announce(server);
    new CountDownLatch(1).await(); // A signal ends the process.
    return 0;
  }

  private Map<String, String> overrides() {
    Map<String, String> overrides = new HashMap<>();
    put(overrides, "host", host);
    put(overrides, "port", port);
    put(overrides, "data", data);
    put(overrides, "model-pack", modelPack);
    return overrides;
  }

  private static void put(Map<String, String> overrides, String key, @Nullable Object value) {
    if (value != null) {
      overrides.put(key, value.toString());
    }
  }

  private void announce(MienServer server) {
    CommandLine line = requireNonNull(spec, "spec is null").commandLine();
    PrintWriter out = line.getOut();
    server
        .firstRunCredentials()
        .ifPresent(file -> out.println("The keys of the first account are in " + file));
    out.println("Mien is ready at " + server.uri());
    server.tlsPort().ifPresent(tls -> out.println("TLS clients use port " + tls));
    out.flush();
  }

  /** Ends with code 0, and without shutdown hooks: nothing is left to tidy up. */
  private static void stop(MienServer server) {
    LOG.info("Stopping");
    server.close();
    LOG.info("Stopped");
    Runtime.getRuntime().halt(0);
  }
}
