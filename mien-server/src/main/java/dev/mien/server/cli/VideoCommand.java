package dev.mien.server.cli;

import static java.util.Objects.requireNonNull;

import dev.mien.vision.EngineOptions;
import dev.mien.vision.FaceEngine;
import dev.mien.vision.image.ImageEncoder;
import dev.mien.vision.model.ModelPack;
import dev.mien.vision.model.ModelPackException;
import dev.mien.vision.video.ContactSheet;
import dev.mien.vision.video.FaceTrack;
import dev.mien.vision.video.Ffmpeg;
import dev.mien.vision.video.VideoAnalyzer;
import dev.mien.vision.video.VideoException;
import dev.mien.vision.video.VideoFaces;
import dev.mien.vision.video.VideoLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds the faces of one video and draws them along its time line. */
@Command(
    name = "video",
    description = "Finds the faces of a video and draws a contact sheet of them.")
final class VideoCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "An MP4, MOV, MKV, WebM or AVI video.")
  private @Nullable Path file;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Gets faces.png, the contact sheet, and face-N.jpg, the best of each face.")
  private @Nullable Path out;

  @Option(
      names = "--model-pack",
      paramLabel = "DIR",
      description = "Directory with a model pack (default: the one that comes with Mien).")
  private @Nullable Path modelPack;

  @Override
  public Integer call() throws IOException {
    Path video = requireNonNull(file, "file is null");
    Path folder = requireNonNull(out, "out is null");
    PrintWriter errors = requireNonNull(spec, "spec is null").commandLine().getErr();
    try {
      VideoFaces faces = analyze(video);
      Files.createDirectories(folder);
      write(folder, faces, String.valueOf(video.getFileName()));
      print(faces);
      return 0;
    } catch (VideoException | ModelPackException e) {
      errors.println("mien: " + e.getMessage());
      return MienCommand.EXIT_FAILED;
    }
  }

  private VideoFaces analyze(Path video) throws VideoException, ModelPackException {
    ModelPack pack = modelPack == null ? ModelPack.bundled() : ModelPack.ofDirectory(modelPack);
    int threads = Runtime.getRuntime().availableProcessors();
    try (FaceEngine engine = FaceEngine.open(pack, EngineOptions.DEFAULTS);
        VideoAnalyzer analyzer = new VideoAnalyzer(engine, Ffmpeg.bundled(), threads)) {
      return analyzer.analyze(video, VideoLimits.DEFAULTS);
    }
  }

  private static void write(Path folder, VideoFaces faces, String name) throws IOException {
    Files.write(folder.resolve("faces.png"), ContactSheet.png(faces, name));
    List<FaceTrack> tracks = faces.tracks();
    for (int i = 0; i < tracks.size(); i++) {
      Files.write(
          folder.resolve("face-" + i + ".jpg"), ImageEncoder.jpeg(tracks.get(i).bestImage()));
    }
  }

  private void print(VideoFaces faces) {
    PrintWriter lines = requireNonNull(spec, "spec is null").commandLine().getOut();
    for (int i = 0; i < faces.tracks().size(); i++) {
      FaceTrack track = faces.tracks().get(i);
      lines.printf("face %d: %d - %d ms%n", i, track.startMillis(), track.endMillis());
    }
    lines.flush();
  }
}
