package dev.mien.server.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A copy of a picture that a person has is refused however it was saved, and another picture of the
 * person is taken. CopiesMeasurement of mien-vision has the figures of many pictures.
 */
final class NearlyIdenticalIT {
  private static final Logger LOG = LoggerFactory.getLogger(NearlyIdenticalIT.class);
  private static final String BOUNDARY = "b0undary";
  private static final int REFUSED = -1312;

  /** Of how many people of the labelled set one is looked at. */
  private static final int PERSON_EVERY = 6;

  private static final int PICTURES = 2;

  @TempDir static Path folder;
  private static TestServer server;
  private static LegacyClient client;

  @BeforeAll
  static void start() throws Exception {
    server = TestServer.start(folder.resolve("data"));
    client = new LegacyClient(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_copy_is_refused_however_it_was_saved_and_another_photograph_is_taken() throws Exception {
    byte[] photo = Photos.ANN.jpeg();
    enrol("ann", photo);
    BufferedImage image = image(photo);
    List<byte[]> offered =
        List.of(
            photo,
            jpeg(image, 0.95f),
            jpeg(image, 0.75f),
            jpeg(image, 0.5f),
            jpeg(scaled(image, 2), 0.9f),
            jpeg(scaled(image, 0.75), 0.9f),
            Photos.encode(image, "png"),
            Photos.ANN_AGAIN.jpeg());
    assertThat(offer("ann", offered))
        .containsExactly(REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, 0);
  }

  @Test
  void people_of_the_labelled_set_too() throws Exception {
    int people = 0;
    int copies = 0;
    int others = 0;
    for (Map.Entry<String, List<Path>> person : people().entrySet()) {
      byte[] photo = Files.readAllBytes(person.getValue().getFirst());
      enrol(person.getKey(), photo);
      List<Integer> codes =
          offer(
              person.getKey(),
              List.of(
                  jpeg(image(photo), 0.75f),
                  jpeg(scaled(image(photo), 0.75), 0.9f),
                  Files.readAllBytes(person.getValue().getLast())));
      people++;
      copies += (codes.get(0) == REFUSED ? 1 : 0) + (codes.get(1) == REFUSED ? 1 : 0);
      others += codes.get(2) == 0 ? 1 : 0;
    }
    LOG.info("{} people: {} copies refused, {} others taken", people, copies, others);
    assertThat(people).isGreaterThanOrEqualTo(10);
    assertThat(copies).as("copies refused of 2 x " + people).isGreaterThanOrEqualTo(2 * people - 2);
    assertThat(others).as("others taken of " + people).isGreaterThanOrEqualTo(people - 2);
  }

  /** Some people and their first two pictures. */
  private static Map<String, List<Path>> people() throws Exception {
    String shared = System.getProperty("mien.shared", "../../shared");
    Path set = Path.of(shared, "faces", "identities");
    if (!Files.isDirectory(set)) {
      LOG.warn("NOT TESTED: copies of labelled pictures, because there is no {}", set);
    }
    assumeThat(set).isDirectory();
    Map<String, List<Path>> all = new LinkedHashMap<>();
    for (String line : Files.readAllLines(set.resolve("labels.csv"))) {
      String[] cells = line.split(",", -1);
      if (cells[0].startsWith("images/")) {
        all.computeIfAbsent(cells[1], _ -> new ArrayList<>()).add(set.resolve(cells[0]));
      }
    }
    Map<String, List<Path>> some = new LinkedHashMap<>();
    int position = 0;
    for (Map.Entry<String, List<Path>> person : all.entrySet()) {
      if (position++ % PERSON_EVERY == 0 && person.getValue().size() >= PICTURES) {
        some.put(person.getKey(), person.getValue().subList(0, PICTURES));
      }
    }
    return some;
  }

  private static void enrol(String person, byte[] photo) throws Exception {
    JsonNode answer =
        send("newperson", Map.of("person_id", person, "group_ids[0]", "g"), "image", photo);
    assertThat(answer.get("code").asInt()).as(answer.toString()).isZero();
  }

  private static List<Integer> offer(String person, List<byte[]> photos) throws Exception {
    JsonNode answer =
        send("addface", Map.of("person_id", person), "images[]", photos.toArray(byte[][]::new));
    List<Integer> codes = new ArrayList<>();
    answer.at("/data/ret_codes").forEach(code -> codes.add(code.asInt()));
    assertThat(codes).as(answer.toString()).hasSameSizeAs(photos);
    return codes;
  }

  private static JsonNode send(
      String call, Map<String, String> texts, String files, byte[]... photos) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map<String, String> all = new LinkedHashMap<>(texts);
    all.put("appid", Long.toString(server.credentials().appId()));
    for (Map.Entry<String, String> text : all.entrySet()) {
      write(body, "name=\"" + text.getKey() + "\"", text.getValue().getBytes(UTF_8));
    }
    for (byte[] photo : photos) {
      write(body, "name=\"" + files + "\"; filename=\"a.jpg\"", photo);
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    String type = "multipart/form-data; boundary=" + BOUNDARY;
    return client.send(call, type, body.toByteArray(), client.signature());
  }

  private static void write(ByteArrayOutputStream body, String disposition, byte[] content) {
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
            .formatted(BOUNDARY, disposition)
            .getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  private static BufferedImage image(byte[] file) throws Exception {
    return scaled(ImageIO.read(new ByteArrayInputStream(file)), 1);
  }

  private static BufferedImage scaled(BufferedImage image, double factor) {
    int width = (int) Math.round(image.getWidth() * factor);
    int height = (int) Math.round(image.getHeight() * factor);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = copy.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return copy;
  }

  private static byte[] jpeg(BufferedImage image, float quality) throws Exception {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(quality);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
