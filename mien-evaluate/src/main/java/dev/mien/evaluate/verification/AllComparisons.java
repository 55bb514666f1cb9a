package dev.mien.evaluate.verification;

import dev.mien.evaluate.EvaluationException;
import dev.mien.evaluate.run.Crew;
import dev.mien.vision.embed.Embedding;
import java.util.List;

/**
 * Each picture compared with each other one.
 *
 * @param subject of each picture that was embedded
 * @param scores of picture i with picture j &lt; i at i (i - 1) / 2 + j, 0..100
 * @param subjects how many persons
 * @param failedGenuine as {@link Comparisons#failedGenuine}
 * @param failedImpostor comparisons of different people that could not be made
 */
@SuppressWarnings("ArrayRecordComponent") // internal, large, never compared
record AllComparisons(
    int[] subject, float[] scores, int subjects, long[] failedGenuine, long failedImpostor)
    implements Comparisons {

  /** Pictures of one run: their 200 million comparisons take 1.2 GB. */
  static final int MAX_PICTURES = 20_000;

  /** Scores all pairs of embedded pictures. */
  static float[] score(Matcher matcher, List<Embedding> embeddings, Crew crew)
      throws EvaluationException {
    int count = embeddings.size();
    float[] scores = new float[Math.toIntExact((long) count * (count - 1) / 2)];
    crew.forEach(
        count,
        i -> {
          int row = i * (i - 1) / 2;
          for (int j = 0; j < i; j++) {
            scores[row + j] = matcher.score(embeddings.get(i), embeddings.get(j));
          }
        });
    return scores;
  }

  @Override
  public int size() {
    return scores.length;
  }

  @Override
  public void forEach(Visitor visitor) {
    int index = 0;
    for (int i = 0; i < subject.length; i++) {
      for (int j = 0; j < i; j++) {
        visitor.accept(index, subject[i], subject[j], subject[i] == subject[j], scores[index]);
        index++;
      }
    }
  }
}
