package dev.mien.vision.attribute;

import dev.mien.vision.model.FileReference;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a head of a pack. A text: lines that begin with # are comments and say how it was made;
 * then {@code link} (identity, logistic or softmax), {@code features} (names of blocks), {@code
 * classes} (names), {@code bias} (a number for each sum), each with its values on one line; then
 * for each sum its weights in the order of the features, any number a line.
 */
public final class HeadFile {

  private final String name;
  private final List<String> lines;
  private int at;

  private HeadFile(String name, List<String> lines) {
    this.name = name;
    this.lines = lines;
  }

  static Head read(ModelPack pack, FileReference file) throws ModelPackException {
    return read(file.name(), new String(pack.read(file), StandardCharsets.UTF_8));
  }

  /**
   * Reads a head from its text.
   *
   * @param name of the file, for messages
   * @throws ModelPackException when it is no head
   */
  public static Head read(String name, String text) throws ModelPackException {
    List<String> lines =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    return new HeadFile(name, lines).head();
  }

  private Head head() throws ModelPackException {
    Head.Link link = link(values("link"));
    List<FeatureBlock> blocks = new ArrayList<>();
    for (String block : values("features")) {
      blocks.add(
          FeatureBlock.of(block).orElseThrow(() -> broken("unknown features '" + block + "'")));
    }
    List<String> classes = values("classes");
    List<String> biases = values("bias");
    double[] bias = new double[biases.size()];
    for (int k = 0; k < bias.length; k++) {
      bias[k] = number(biases.get(k));
    }
    int length = blocks.stream().mapToInt(FeatureBlock::length).sum();
    float[][] weights = weights(Head.sums(link, classes.size()), length);
    try {
      return new Head(link, blocks, classes, weights, bias);
    } catch (IllegalArgumentException e) {
      throw new ModelPackException(name + ": " + e.getMessage(), e);
    }
  }

  private Head.Link link(List<String> values) throws ModelPackException {
    for (Head.Link link : Head.Link.values()) {
      if (values.equals(List.of(link.name().toLowerCase(Locale.ROOT)))) {
        return link;
      }
    }
    throw broken("link must be identity, logistic or softmax, not " + values);
  }

  private List<String> values(String key) throws ModelPackException {
    if (at >= lines.size()) {
      throw broken("it ends before '" + key + "'");
    }
    List<String> words = List.of(lines.get(at++).split("\\s+", -1));
    if (words.size() < 2 || !words.getFirst().equals(key)) {
      throw broken("expected '" + key + "' and its values, found '" + words.getFirst() + "'");
    }
    return words.subList(1, words.size());
  }

  private float[][] weights(int sums, int length) throws ModelPackException {
    float[][] weights = new float[sums][length];
    int count = 0;
    for (; at < lines.size(); at++) {
      for (String word : lines.get(at).split("\\s+", -1)) {
        float value = (float) number(word);
        if (count < sums * length) {
          weights[count / length][count % length] = value;
        }
        count++;
      }
    }
    if (count != sums * length) {
      throw broken(count + " weights; there must be " + sums + " times " + length);
    }
    return weights;
  }

  private double number(String word) throws ModelPackException {
    try {
      double value = Double.parseDouble(word);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new ModelPackException(name + ": '" + word + "' is no number", e);
    }
    throw broken("'" + word + "' is not finite");
  }

  private ModelPackException broken(String what) {
    return new ModelPackException(name + ": " + what);
  }
}
