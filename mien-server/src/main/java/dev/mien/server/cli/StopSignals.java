package dev.mien.server.cli;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a program stop in an order of its own when the operating system tells it to. Shutdown hooks
 * run all at once, and the one of ONNX Runtime frees what nets that still run are using: the
 * process then ends by a fault instead of finishing its requests.
 */
final class StopSignals {
  private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);

  private static final List<String> SIGNALS = List.of("TERM", "INT");

  private StopSignals() {}

  /**
   * Does this, once, when the process is to stop, in place of what the JVM would do then.
   *
   * @param stop must end the process, without shutdown hooks
   */
  static void onStop(Runnable stop) {
    AtomicBoolean begun = new AtomicBoolean();
    Runnable once =
        () -> {
          if (begun.compareAndSet(false, true)) {
            stop.run();
          }
        };
    try {
      for (String signal : SIGNALS) {
        handle(signal, once);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // Another JVM, or one that was told to leave signals alone.
      LOG.debug("No signals here", e);
      Runtime.getRuntime().addShutdownHook(new Thread(once, "mien-stop"));
    }
  }

  /** By reflection: the compiler takes every mention of this long-lived class for a mistake. */
  private static void handle(String name, Runnable action) throws ReflectiveOperationException {
    Class<?> signal = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Object proxy =
        Proxy.newProxyInstance(
            handler.getClassLoader(),
            new Class<?>[] {handler},
            (self, method, _) -> {
              if (method.getDeclaringClass() == Object.class) {
                return ofObject(self, method.getName());
              }
              action.run();
              return null;
            });
    signal
        .getMethod("handle", signal, handler)
        .invoke(signal, signal.getConstructor(String.class).newInstance(name), proxy);
  }

  private static Object ofObject(Object self, String method) {
    return switch (method) {
      case "hashCode" -> System.identityHashCode(self);
      case "equals" -> false;
      default -> "mien-stop";
    };
  }
}
