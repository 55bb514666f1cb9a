package dev.mien.server.video;

import dev.mien.gallery.StoreException;
import dev.mien.server.video.VideoTask.Order;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the store keeps of tasks, as JSON. */
final class TaskText {
  private static final JsonMapper MAPPER = new JsonMapper();

  private TaskText() {}

  private record StoredOrder(
      long subAppId, @Nullable String url, @Nullable String fileId, String context) {}

  /**
   * How a task ended.
   *
   * @param session of its result; null if it has none
   * @param problem why it has none; null if it has one
   * @param detail more about the problem
   */
  record Ending(@Nullable String session, @Nullable VideoProblem problem, String detail) {

    static Ending found(String session) {
      return new Ending(session, null, "");
    }

    static Ending refused(VideoProblem problem, String detail) {
      return new Ending(null, problem, detail);
    }
  }

  static String of(Order order) {
    return MAPPER.writeValueAsString(
        switch (order.source()) {
          case VideoSource.Url(String url) ->
              new StoredOrder(order.subAppId(), url, null, order.context());
          case VideoSource.File(String fileId) ->
              new StoredOrder(order.subAppId(), null, fileId, order.context());
        });
  }

  static Order order(String text, String mark, int priority) {
    StoredOrder stored = read(text, StoredOrder.class);
    String url = stored.url();
    VideoSource source =
        url == null
            ? new VideoSource.File(String.valueOf(stored.fileId()))
            : new VideoSource.Url(url);
    return new Order(stored.subAppId(), source, mark, stored.context(), priority);
  }

  static String of(Ending ending) {
    return MAPPER.writeValueAsString(ending);
  }

  static Ending ending(String text) {
    return read(text, Ending.class);
  }

  private static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JacksonException e) {
      throw new StoreException("A task was not written by this program", e);
    }
  }
}
