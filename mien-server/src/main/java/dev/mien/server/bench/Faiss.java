package dev.mien.server.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FAISS's exact float index in a Python process beside this one, asked through its pipes. */
final class Faiss implements AutoCloseable {
  private static final String SCRIPT = "faiss_search.py";

  /**
   * Answers to some probes.
   *
   * @param time for all probes together, measured in Python around the one call
   * @param ids the numbers of the best vectors, for each probe
   */
  record Answer(Duration time, List<List<Long>> ids) {}

  private final Process process;
  private final Path script;
  private final BufferedReader out;
  private final BufferedWriter in;
  private final String version;

  private Faiss(Process process, Path script, String version, BufferedReader out) {
    this.process = process;
    this.script = script;
    this.version = version;
    this.out = out;
    this.in = process.outputWriter(StandardCharsets.US_ASCII);
  }

  /**
   * Starts it over files of floats; empty if Python or FAISS is not there.
   *
   * @param python the interpreter
   */
  static Optional<Faiss> start(
      String python, Path vectors, Path probes, int dimensions, int threads) throws IOException {
    Path script = Files.createTempFile("mien-bench", ".py");
    try (InputStream source = Faiss.class.getResourceAsStream(SCRIPT)) {
      if (source == null) {
        throw new IOException("the program has no " + SCRIPT);
      }
      Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            python,
            script.toString(),
            vectors.toString(),
            probes.toString(),
            Integer.toString(dimensions),
            Integer.toString(threads));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
    builder.environment().put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      Files.delete(script);
      return Optional.empty(); // no such program
    }
    BufferedReader out = process.inputReader(StandardCharsets.US_ASCII);
    String ready = out.readLine();
    if (ready == null) {
      Files.delete(script);
      return Optional.empty(); // no such library
    }
    return Optional.of(new Faiss(process, script, ready, out));
  }

  /** Its version, and the BLAS it multiplies matrices with. */
  String version() {
    return version;
  }

  /** Searches for consecutive probes in one call. */
  Answer search(int first, int count, int max) throws IOException {
    in.write("%d %d %d%n".formatted(first, count, max));
    in.flush();
    String[] seconds = line().split(" ", -1);
    List<List<Long>> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Long> row = new ArrayList<>();
      for (String id : line().split(" ", -1)) {
        row.add(Long.valueOf(id));
      }
      ids.add(row);
    }
    return new Answer(
        new Duration(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1])), ids);
  }

  private String line() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException("FAISS has ended; is there enough memory for its floats?");
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Files.deleteIfExists(script);
  }
}
