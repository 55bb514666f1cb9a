package dev.mien.vision.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mien.vision.SharedFaces;
import dev.mien.vision.TestEngine;
import dev.mien.vision.geometry.Box;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tracks of the synthetic clips against where their faces were put. */
final class LabelledVideosTest {

  private static final double FRAMES_PER_SECOND = 25;

  @Test
  void everyFaceIsOneTrackFromItsFirstToItsLastFrame() throws Exception {
    Path folder = SharedFaces.folder("videos");
    Map<String, List<Map<String, String>>> byClip = new HashMap<>();
    for (Map<String, String> row : SharedFaces.rows(folder.resolve("tracks.csv"))) {
      byClip.computeIfAbsent(row.get("path"), _ -> new ArrayList<>()).add(row);
    }
    try (VideoAnalyzer analyzer = new VideoAnalyzer(TestEngine.shared(), Ffmpeg.bundled(), 2)) {
      for (Map.Entry<String, List<Map<String, String>>> clip : byClip.entrySet()) {
        VideoFaces found = analyzer.analyze(folder.resolve(clip.getKey()), VideoLimits.DEFAULTS);
        check(clip.getKey(), clip.getValue(), found);
      }
    }
  }

  private static void check(String clip, List<Map<String, String>> rows, VideoFaces found) {
    List<String> labels = rows.stream().map(row -> row.get("track")).distinct().toList();
    assertThat(found.tracks()).as(clip).hasSize(labels.size());
    for (FaceTrack track : found.tracks()) {
      List<String> seenAs =
          track.sightings().stream().map(sighting -> label(rows, sighting)).distinct().toList();
      assertThat(seenAs).as("%s: no switch of identity", clip).hasSize(1);
      List<Integer> frames =
          rows.stream()
              .filter(row -> row.get("track").equals(seenAs.getFirst()))
              .map(row -> Integer.valueOf(row.get("frame")))
              .toList();
      assertThat(track.startMillis()).isLessThanOrEqualTo(millis(frames.getFirst()) + 100);
      assertThat(track.endMillis()).isGreaterThanOrEqualTo(millis(frames.getLast()) - 100);
    }
  }

  private static long millis(int frame) {
    return Math.round(1000 * frame / FRAMES_PER_SECOND);
  }

  /** The labelled track whose box in that frame is nearest. */
  private static String label(List<Map<String, String>> rows, Sighting sighting) {
    long frame = Math.round(sighting.timeMillis() * FRAMES_PER_SECOND / 1000);
    String nearest = "none";
    double least = Double.POSITIVE_INFINITY;
    for (Map<String, String> row : rows) {
      if (Math.abs(Integer.parseInt(row.get("frame")) - frame) <= 1) {
        Box box = box(row);
        double distance =
            Math.hypot(
                box.centre().x() - sighting.box().centre().x(),
                box.centre().y() - sighting.box().centre().y());
        if (distance < least && distance < box.width() + box.height()) {
          least = distance;
          nearest = row.get("track");
        }
      }
    }
    return nearest;
  }

  private static Box box(Map<String, String> row) {
    return new Box(
        Double.parseDouble(row.get("x")),
        Double.parseDouble(row.get("y")),
        Double.parseDouble(row.get("w")),
        Double.parseDouble(row.get("h")));
  }
}
