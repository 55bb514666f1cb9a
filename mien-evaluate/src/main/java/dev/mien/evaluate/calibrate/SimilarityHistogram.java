package dev.mien.evaluate.calibrate;

/**
 * How often each similarity occurs, to a twenty-thousandth: small however many pairs there are. Not
 * thread-safe.
 */
final class SimilarityHistogram {

  private static final int BINS = 40_000;
  private static final double WIDTH = 2.0 / BINS;
  private static final long[] NONE = {};

  private final long[] counts = new long[BINS];
  private long count;

  /** For each bin how many lie in it or above; empty until asked for after a change. */
  private long[] reaching = NONE;

  /** Counts a similarity; rounding errors beyond -1..1 are forgiven. */
  void add(double similarity) {
    counts[bin(similarity)]++;
    count++;
    reaching = NONE;
  }

  private static int bin(double similarity) {
    return Math.clamp((long) Math.floor((similarity + 1) / WIDTH), 0, BINS - 1);
  }

  /** All that were counted. */
  long count() {
    return count;
  }

  /** The share of similarities that are at least this large, 0..1. */
  double rate(double similarity) {
    if (reaching.length == 0) {
      reaching = counts.clone();
      for (int bin = BINS - 2; bin >= 0; bin--) {
        reaching[bin] += reaching[bin + 1];
      }
    }
    return count == 0 ? 0 : (double) reaching[bin(similarity)] / count;
  }

  /** The least similarity, a bin's lower end, that at most this share reaches. */
  double threshold(double rate) {
    long above = 0;
    int bin = BINS - 1;
    while (bin >= 0 && above + counts[bin] <= rate * count) {
      above += counts[bin--];
    }
    return (bin + 1) * WIDTH - 1;
  }

  /** For each bin from a threshold on, by rising similarity: its middle less the threshold. */
  void forEachExcess(double threshold, ExcessConsumer consumer) {
    for (int bin = bin(threshold + WIDTH / 2); bin < BINS; bin++) {
      if (counts[bin] > 0) {
        consumer.accept((bin + 0.5) * WIDTH - 1 - threshold, counts[bin]);
      }
    }
  }

  /** Takes an excess and how often it occurs. */
  interface ExcessConsumer {
    /** One bin. */
    void accept(double excess, long times);
  }
}
