package dev.mien.evaluate.calibrate;

import dev.mien.evaluate.run.Batch;
import dev.mien.evaluate.table.Row;
import dev.mien.evaluate.table.Table;
import dev.mien.vision.embed.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes face sets of label files: column {@code path}, and where there are such, {@code identity}
 * and any number of columns whose names begin with {@code slice} or {@code report}. A picture
 * without an identity shows somebody who is in no other picture.
 */
public final class FaceSets {

  private static final String PATH = "path";
  private static final String IDENTITY = "identity";
  private static final String SLICE = "slice";
  private static final String REPORT = "report";

  private FaceSets() {}

  /**
   * Puts labels and embeddings together; pictures that failed are left out.
   *
   * @param name of the set
   * @param version whose embeddings are wanted
   * @param embedded embeddings by model version
   */
  public static FaceSet of(
      String name, Table table, String version, Batch<Map<String, Embedding>> embedded) {
    List<FaceSet.Sample> samples = new ArrayList<>();
    for (Row row : table.rows()) {
      String path = row.text(PATH);
      String identity = row.text(IDENTITY);
      String person = identity.isEmpty() ? path : identity;
      embedded
          .value(path)
          .map(versions -> versions.get(version))
          .ifPresent(
              embedding ->
                  samples.add(
                      new FaceSet.Sample(
                          name + "/" + person,
                          labels(row, SLICE),
                          labels(row, REPORT),
                          embedding.vector())));
    }
    return new FaceSet(name, samples);
  }

  private static Set<String> labels(Row row, String columns) {
    return row.columns().stream()
        .filter(column -> column.startsWith(columns))
        .map(row::text)
        .filter(label -> !label.isEmpty())
        .collect(Collectors.toSet());
  }
}
