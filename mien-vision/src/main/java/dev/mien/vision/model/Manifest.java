package dev.mien.vision.model;

import java.util.Map;

/**
 * What pack.yaml says.
 *
 * @param id of the pack
 * @param roles net by role
 * @param embedders embedder by model version
 * @param heads what reads an attribute from the features of a face, by its name
 */
public record Manifest(
    String id,
    Map<String, NetSpec> roles,
    Map<String, EmbedderSpec> embedders,
    Map<String, FileReference> heads) {

  /** The role that finds faces. */
  public static final String DETECTOR = "detector";

  /** The role that verifies faces and finds their points. */
  public static final String LANDMARKS = "landmarks";

  /** The role that looks closely at the eyes. */
  public static final String IRISES = "irises";

  /** The role that knows age and sex. */
  public static final String AGE_GENDER = "age-gender";

  /** The role that knows mimic expressions. */
  public static final String EXPRESSION = "expression";

  /** The role that describes a face or a head in general. */
  public static final String PORTRAIT = "portrait";

  /** The role that tells live faces from shown ones; a pack may lack it. */
  public static final String LIVENESS = "liveness";

  public Manifest {
    roles = Map.copyOf(roles);
    embedders = Map.copyOf(embedders);
    heads = Map.copyOf(heads);
  }
}
