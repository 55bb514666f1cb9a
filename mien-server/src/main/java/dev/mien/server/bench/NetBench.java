package dev.mien.server.bench;

import dev.mien.vision.model.EmbedderSpec;
import dev.mien.vision.model.Manifest;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.model.Net;
import dev.mien.vision.model.NetSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Times single nets of a pack on one thread. */
final class NetBench implements AutoCloseable {
  private static final int WARM_UP = 5;

  private final Map<String, Net> nets = new TreeMap<>();

  /** Opens the nets that find and recognise faces, by role or embedder id. */
  NetBench(ModelPack pack) throws ModelPackException {
    try {
      for (String role : List.of(Manifest.DETECTOR, Manifest.LANDMARKS)) {
        NetSpec spec = pack.manifest().roles().get(role);
        if (spec != null) {
          open(pack, role, spec);
        }
      }
      for (EmbedderSpec embedder : pack.manifest().embedders().values()) {
        open(pack, embedder);
      }
    } catch (ModelPackException e) {
      close();
      throw e;
    }
  }

  private void open(ModelPack pack, EmbedderSpec embedder) throws ModelPackException {
    switch (embedder) {
      case EmbedderSpec.OneNet net -> open(pack, net.id(), net.net());
      case EmbedderSpec.Fusion fusion -> {
        for (EmbedderSpec.Part part : fusion.parts()) {
          open(pack, part.embedder());
        }
      }
      case EmbedderSpec.Capped capped -> open(pack, capped.of());
    }
  }

  private void open(ModelPack pack, String name, NetSpec spec) throws ModelPackException {
    if (!nets.containsKey(name)) {
      nets.put(name, Net.open(pack, spec, List.copyOf(spec.outputs().keySet()), 1));
    }
  }

  /** Whether the pack has a net. */
  boolean has(String name) {
    return nets.containsKey(name);
  }

  /** How fast a net runs on a black picture. */
  Pace pace(String name, double seconds) {
    Net net = nets.get(name);
    if (net == null) {
      throw new IllegalArgumentException("no net " + name);
    }
    return net.with(
        run -> {
          run.fillBlack();
          for (int i = 0; i < WARM_UP; i++) {
            run.compute();
          }
          int count = 0;
          Duration start = Duration.now();
          Duration elapsed = start;
          for (; count == 0 || elapsed.wall() < seconds; count++) {
            run.compute();
            elapsed = Duration.now().since(start);
          }
          return Pace.of(count, elapsed);
        });
  }

  @Override
  public void close() {
    nets.values().forEach(Net::close);
  }
}
