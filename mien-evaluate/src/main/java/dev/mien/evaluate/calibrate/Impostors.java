package dev.mien.evaluate.calibrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The similarities of different people.
 *
 * @param sets of all pairs of each set, by its name
 * @param slices of the pairs whose people are both of a slice, over all sets
 * @param reported likewise, of the slices that the table does not follow
 */
record Impostors(
    Map<String, SimilarityHistogram> sets,
    Map<String, SimilarityHistogram> slices,
    Map<String, SimilarityHistogram> reported) {

  static Impostors of(List<FaceSet> sets) {
    Impostors impostors = new Impostors(new LinkedHashMap<>(), new TreeMap<>(), new TreeMap<>());
    for (FaceSet set : sets) {
      SimilarityHistogram all =
          impostors.sets.computeIfAbsent(set.name(), _ -> new SimilarityHistogram());
      List<FaceSet.Sample> samples = set.samples();
      for (int i = 0; i < samples.size(); i++) {
        for (int j = 0; j < i; j++) {
          impostors.count(samples.get(i), samples.get(j), all);
        }
      }
    }
    return impostors;
  }

  private void count(FaceSet.Sample one, FaceSet.Sample other, SimilarityHistogram all) {
    if (one.person().equals(other.person())) {
      return;
    }
    double similarity = one.similarity(other);
    all.add(similarity);
    count(one.slices(), other.slices(), similarity, slices);
    count(one.reported(), other.reported(), similarity, reported);
  }

  private static void count(
      Set<String> one,
      Set<String> other,
      double similarity,
      Map<String, SimilarityHistogram> histograms) {
    for (String slice : one) {
      if (other.contains(slice)) {
        histograms.computeIfAbsent(slice, _ -> new SimilarityHistogram()).add(similarity);
      }
    }
  }
}
