package dev.mien.server.bench.load;

import dev.mien.server.bench.BenchException;
import dev.mien.server.control.ControlCommand;
import dev.mien.server.control.ControlSocket;
import dev.mien.server.control.MediaCommand;
import dev.mien.server.control.Outcome;
import dev.mien.vision.video.Ffmpeg;
import dev.mien.vision.video.VideoException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Clips in a server's media store, each of which it has not seen before: a server tells of a clip
 * that it knows without looking at it. A few are there at a time. Thread-safe.
 */
final class Videos {
  private static final int THERE_MAX = 8;
  private static final int MAKING_SECONDS_MAX = 60;

  /** A second of one picture; ten frames, and the server looks at all of them. */
  private static final List<String> BEFORE = List.of("-loop", "1", "-framerate", "10", "-t", "1");

  private static final List<String> AFTER =
      List.of(
          "-vf",
          "scale=320:320:force_original_aspect_ratio=increase,crop=320:320,setsar=1,format=yuv420p",
          "-c:v",
          "mpeg4",
          "-b:v",
          "1M");

  private final ChildServer server;
  private final Path clip;
  private final Deque<String> there = new ArrayDeque<>();
  private long made;
  private @Nullable String task;

  private Videos(ChildServer server, Path clip) {
    this.server = server;
    this.clip = clip;
  }

  /** Clips of a face; empty if this machine's Mien comes without a video decoder. */
  static Optional<Videos> prepare(ChildServer server, Picture photo)
      throws BenchException, InterruptedException {
    Path clip = server.folder().resolve("clip.mp4").toAbsolutePath();
    try {
      Path still = Files.write(server.folder().resolve("still.jpg"), photo.file());
      List<String> command = new ArrayList<>();
      command.add(Ffmpeg.bundled().ffmpeg().toString());
      command.addAll(List.of("-nostdin", "-v", "error", "-y"));
      command.addAll(BEFORE);
      command.addAll(List.of("-i", still.toString()));
      command.addAll(AFTER);
      command.add(clip.toString());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(MAKING_SECONDS_MAX, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new BenchException("no clip can be made of a photograph");
      }
      return Optional.of(new Videos(server, clip));
    } catch (VideoException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new BenchException("no clip can be made: " + e, e);
    }
  }

  /** Asks for the faces of a new clip and waits for them. */
  Call faces() throws BenchException {
    return Requests.videoFaces(next());
  }

  /** Has the faces of a new clip looked for in the background, or asks about the last such task. */
  synchronized Call startOrDescribeTask() throws BenchException {
    String asked = task;
    if (asked == null) {
      return Requests.startVideoTask(next(), answer -> remember(answer.get("TaskId").asString()));
    }
    task = null;
    return Requests.describeTask(asked);
  }

  private synchronized void remember(String id) {
    task = id;
  }

  /** Puts a new clip into the store and takes the oldest out. */
  private synchronized String next() throws BenchException {
    if (there.size() == THERE_MAX) {
      carryOut(new MediaCommand.Remove(server.keys().appId(), there.remove()));
    }
    Path different = clip.resolveSibling("clip-" + made + ".mp4");
    try {
      Files.copy(clip, different);
      Files.write(different, ending(made++), StandardOpenOption.APPEND);
      String fileId = carryOut(new MediaCommand.Add(server.keys().appId(), different.toString()));
      there.add(fileId);
      Files.delete(different);
      return fileId;
    } catch (IOException e) {
      throw new BenchException("no clip can be written: " + e, e);
    }
  }

  /** An atom that players skip (ISO/IEC 14496-12, 8.1.2), with a number. */
  private static byte[] ending(long number) {
    int bytes = 2 * Integer.BYTES + Long.BYTES;
    ByteBuffer atom = ByteBuffer.allocate(bytes).putInt(bytes);
    return atom.put(new byte[] {'f', 'r', 'e', 'e'}).putLong(number).array();
  }

  private String carryOut(ControlCommand command) throws BenchException {
    Optional<Outcome> outcome = ControlSocket.send(server.data(), command);
    if (outcome.isEmpty() || !outcome.get().done()) {
      throw new BenchException("the server does not keep a clip: " + outcome);
    }
    return outcome.get().lines().getFirst();
  }
}
