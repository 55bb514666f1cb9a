package dev.mien.server.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages inputs as files and networks do, and as somebody would who knows the format. */
final class Mutator {
  /** What breaks lengths, quotes, escapes and lines. */
  private static final byte[] ODD_BYTES = {
    0, 1, 0x7f, (byte) 0x80, (byte) 0xff, '"', '\\', '{', '[', '%', '&', '=', '\r', '\n', ' ', '-'
  };

  private static final int CHANGES_MAX = 5;
  private static final int REPEATS_MAX = 200;
  private static final int GROWTH_MAX = 100_000;

  private final List<byte[]> corpus;
  private final List<String> dictionary;
  private final Random random;

  /**
   * A mutator.
   *
   * @param corpus what to begin with
   * @param dictionary words of the format
   */
  Mutator(List<byte[]> corpus, List<String> dictionary, Random random) {
    this.corpus = List.copyOf(corpus);
    this.dictionary = List.copyOf(dictionary);
    this.random = random;
  }

  /** An input of the corpus with one or some things wrong. */
  byte[] next() {
    byte[] input = any(corpus).clone();
    int changes = 1 + random.nextInt(CHANGES_MAX);
    for (int i = 0; i < changes; i++) {
      input = changed(input);
    }
    return input;
  }

  private byte[] changed(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(1 + Math.min(64, input.length)));
    return switch (random.nextInt(8)) {
      case 0 -> flipped(input);
      case 1 -> odd(input);
      case 2 -> spliced(input, from, new byte[0], to); // something is gone
      case 3 -> spliced(input, from, Arrays.copyOfRange(input, from, to), from);
      case 4 -> spliced(input, from, repeated(Arrays.copyOfRange(input, from, to)), to);
      case 5 -> spliced(input, from, word(), to);
      case 6 -> Arrays.copyOf(input, from); // cut off
      default -> {
        byte[] other = any(corpus);
        int begin = random.nextInt(other.length + 1);
        yield spliced(input, from, Arrays.copyOfRange(other, begin, other.length), input.length);
      }
    };
  }

  private byte[] flipped(byte[] input) {
    if (input.length > 0) {
      input[random.nextInt(input.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    return input;
  }

  private byte[] odd(byte[] input) {
    if (input.length > 0) {
      input[random.nextInt(input.length)] = ODD_BYTES[random.nextInt(ODD_BYTES.length)];
    }
    return input;
  }

  private byte[] word() {
    return dictionary.isEmpty() ? new byte[] {0} : any(dictionary).getBytes(UTF_8);
  }

  private byte[] repeated(byte[] part) {
    int times = Math.min(1 + random.nextInt(REPEATS_MAX), GROWTH_MAX / Math.max(1, part.length));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** Puts a part in the place of what lies between two positions. */
  private static byte[] spliced(byte[] input, int from, byte[] part, int to) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(input.length + part.length);
    out.write(input, 0, from);
    out.writeBytes(part);
    out.write(input, to, input.length - to);
    return out.toByteArray();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
