package dev.mien.media;

import static dev.mien.media.MediaFixture.ANN;
import static dev.mien.media.MediaFixture.KEY;
import static dev.mien.media.MediaFixture.NOW;
import static dev.mien.media.MediaFixture.at;
import static dev.mien.media.MediaFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;

/** Links are valid until their time, and only as they were made. */
class MediaLinksTest {
  private static final String BASE = "https://faces.example.com/mien";
  private static final MediaId ID = new MediaId("00112233445566778899aabbccddeeff");
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  @Test
  void a_link_leads_to_its_item_until_its_time() {
    String link = links(NOW, KEY).link(item(Optional.empty()));
    assertThat(link).startsWith(BASE + "/media/").matches(".*/media/[A-Za-z0-9_-]{76}");
    assertThat(links(NOW, KEY).verify(token(link))).contains(ID);
    assertThat(links(NOW.plusSeconds(3599), KEY).verify(token(link))).contains(ID);
    assertThat(links(NOW.plusSeconds(3600), KEY).verify(token(link))).isEmpty();
  }

  @Test
  void a_link_does_not_outlive_its_item() {
    String link = links(NOW, KEY).link(item(Optional.of(NOW.plusSeconds(10))));
    assertThat(links(NOW.plusSeconds(9), KEY).verify(token(link))).contains(ID);
    assertThat(links(NOW.plusSeconds(10), KEY).verify(token(link))).isEmpty();
  }

  @Test
  void no_character_of_a_token_can_be_changed() {
    String token = token(links(NOW, KEY).link(item(Optional.empty())));
    for (int i = 0; i < token.length(); i++) {
      for (int j = 0; j < ALPHABET.length(); j++) {
        char other = ALPHABET.charAt(j);
        if (other != token.charAt(i)) {
          String forged = token.substring(0, i) + other + token.substring(i + 1);
          assertThat(links(NOW, KEY).verify(forged)).as(forged).isEmpty();
        }
      }
    }
  }

  @Test
  void what_is_no_token_leads_nowhere() {
    String token = token(links(NOW, KEY).link(item(Optional.empty())));
    for (String wrong :
        List.of(
            "",
            "x",
            token + "A",
            token.substring(1),
            token + "=",
            "../index.db",
            token.replace(token.charAt(0), '/'))) {
      assertThat(links(NOW, KEY).verify(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void another_servers_links_are_worth_nothing_here() {
    String link = links(NOW, key("another")).link(item(Optional.empty()));
    assertThat(links(NOW, KEY).verify(token(link))).isEmpty();
  }

  private static MediaLinks links(Instant now, SecretKey key) {
    return new MediaLinks(URI.create(BASE + "/"), key, Duration.ofHours(1), at(now));
  }

  private static MediaItem item(Optional<Instant> expiresAt) {
    return new MediaItem(ID, ANN, "test", MediaType.JPEG, 1, NOW, expiresAt);
  }

  private static String token(String link) {
    return link.substring(link.lastIndexOf('/') + 1);
  }
}
