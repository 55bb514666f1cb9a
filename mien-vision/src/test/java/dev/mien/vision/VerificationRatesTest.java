package dev.mien.vision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.measure.EmbeddedSet;
import dev.mien.vision.measure.Rates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pins the error rates of verification on a sample of real people, with a margin. */
class VerificationRatesTest {

  private static final int PICTURES_PER_PERSON = 2;

  @Test
  void people_are_told_apart_as_well_as_measured() throws Exception {
    Path folder = SharedFaces.folder("identities");
    FaceEngine engine = TestEngine.shared();

    EmbeddedSet set =
        EmbeddedSet.embed(engine, folder, sample(SharedFaces.rows(folder.resolve("labels.csv"))));
    Rates newest = set.rates("3.0", "identity");
    Rates older = set.rates("2.0", "identity");

    System.out.println("verification, version 3.0: " + newest);
    System.out.println("verification, version 2.0: " + older);
    assertThat(set.failuresToAcquire()).isLessThanOrEqualTo(1);
    assertThat(newest.equalErrorRate()).isLessThan(0.035);
    assertThat(newest.trueAcceptRate(newest.threshold(1e-2))).isGreaterThan(0.95);
    assertThat(older.equalErrorRate()).isLessThan(0.045);
  }

  /** The first pictures of each person. */
  private static List<Map<String, String>> sample(List<Map<String, String>> rows) {
    Map<String, Integer> taken = new HashMap<>();
    List<Map<String, String>> sample = new ArrayList<>();
    for (Map<String, String> row : rows) {
      if (taken.merge(row.get("identity"), 1, Integer::sum) <= PICTURES_PER_PERSON) {
        sample.add(row);
      }
    }
    return sample;
  }
}
