package dev.mien.vision.model;

import java.util.Map;

/**
 * What pack.yaml says.
 *
 * @param id of the pack
 * @param roles net by role
 * @param embedders embedder by model version
 */
public record Manifest(String id, Map<String, NetSpec> roles, Map<String, EmbedderSpec> embedders) {

  /** The role that finds faces. */
  public static final String DETECTOR = "detector";

  /** The role that verifies faces and finds their points. */
  public static final String LANDMARKS = "landmarks";

  /** The role that looks closely at the eyes. */
  public static final String IRISES = "irises";

  public Manifest {
    roles = Map.copyOf(roles);
    embedders = Map.copyOf(embedders);
  }
}
