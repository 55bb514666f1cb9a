package dev.mien.server.ivld;

import dev.mien.gallery.CustomImage;
import dev.mien.gallery.CustomPerson;
import dev.mien.media.MediaId;
import dev.mien.media.MediaItem;
import dev.mien.server.ivld.type.CustomPersonInfo;
import dev.mien.server.ivld.type.PersonImageInfo;
import dev.mien.server.protocol.Call;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Custom persons and their pictures as answers show them. */
final class Described {
  private static final Logger LOG = LoggerFactory.getLogger(Described.class);

  private static final String OK = "OK";

  /** The API's times have no zone; they are those of Beijing. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(8));

  private Described() {}

  static CustomPersonInfo person(Call call, CustomPerson person) {
    return new CustomPersonInfo(
        person.id().value(),
        person.name(),
        person.basicInfo(),
        person.category().first(),
        person.category().second(),
        person.images().stream().map(image -> image(call, image)).toList(),
        time(person.createdAt()));
  }

  /** A picture with a link to it; one that the store has lost says so. */
  static PersonImageInfo image(Call call, CustomImage image) {
    Optional<MediaItem> item =
        call.services().mediaStore().find(call.account(), new MediaId(image.media()));
    if (item.isEmpty()) {
      LOG.error("Picture {} of account {} is not in the media store", image.id(), call.account());
      return new PersonImageInfo(
          image.id(),
          "",
          IvldError.INNER_ERROR.code(),
          IvldError.INNER_ERROR.message(call.language()));
    }
    return new PersonImageInfo(image.id(), call.services().mediaLinks().link(item.get()), OK, OK);
  }

  static String time(Instant time) {
    return TIME.format(time);
  }
}
