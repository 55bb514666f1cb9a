package dev.mien.server.contract;

import dev.mien.server.control.ControlSocket;
import dev.mien.server.control.MediaCommand;
import dev.mien.server.it.Clips;
import dev.mien.server.it.Photos;
import dev.mien.server.it.TestServer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the examples of VOD speak of: {@code video:PHOTO}, a file that shows a portrait, and {@code
 * task:PHOTO}, a task that has looked at it. Tasks only ever become more.
 */
final class VodWorld extends ContractWorld {
  private static final String VERSION = "2018-07-17";
  private static final double SECONDS = 1;
  private static final int POLLS_MAX = 600;
  private static final int POLL_MILLIS = 100;

  private final TestServer server;
  private final TestServer.Credentials keys;
  private final Map<Photos, String> videos = new EnumMap<>(Photos.class);
  private final Map<Photos, String> tasks = new EnumMap<>(Photos.class);

  VodWorld(TestServer server, TestServer.Credentials keys) {
    super(server, keys);
    this.server = server;
    this.keys = keys;
  }

  @Override
  void reset() throws Exception {
    task(Photos.ANN);
  }

  @Override
  void restore() {
    // What tasks are there does not matter to others.
  }

  @Override
  String everything() {
    return ControlSocket.send(server.data(), new MediaCommand.ListAll(keys.appId()))
        .orElseThrow()
        .toString();
  }

  @Override
  String standsFor(String kind, String name, int index) throws Exception {
    Photos photo = Photos.valueOf(name);
    return switch (kind) {
      case "video" -> video(photo);
      case "task" -> task(photo);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private String video(Photos photo) throws Exception {
    String known = videos.get(photo);
    if (known != null) {
      return known;
    }
    Path file = server.data().resolveSibling(photo + ".mp4");
    Clips.portrait(file, photo, SECONDS, "mpeg4");
    MediaCommand add = new MediaCommand.Add(keys.appId(), file.toString());
    String made = ControlSocket.send(server.data(), add).orElseThrow().lines().getFirst();
    videos.put(photo, made);
    return made;
  }

  private String task(Photos photo) throws Exception {
    String known = tasks.get(photo);
    if (known != null) {
      return known;
    }
    ObjectNode file = JSON.objectNode().put("FileId", video(photo));
    ObjectNode begin =
        JSON.objectNode().put("SubAppId", 1).set("FileInfos", JSON.arrayNode().add(file));
    String made = setUp("DescribeAigcFaceInfoAsync", VERSION, begin).get("TaskId").asString();
    ObjectNode ask = JSON.objectNode().put("TaskId", made);
    for (int poll = 0; poll < POLLS_MAX; poll++) {
      JsonNode task = setUp("DescribeTaskDetail", VERSION, ask);
      if (task.get("Status").asString().equals("FINISH")) {
        tasks.put(photo, made);
        return made;
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new AssertionError("a task does not end: " + made);
  }
}
