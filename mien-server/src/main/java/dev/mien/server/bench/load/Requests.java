package dev.mien.server.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests of each kind, as clients send them. */
final class Requests {
  /** The group that is searched. */
  static final String SEARCHED = "bench-searched";

  /** The group of persons who come and go. */
  static final String CHANGED = "bench-changed";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String BOUNDARY = "mien-bench-boundary";

  private Requests() {}

  static Call createGroup(String group) {
    return iai("CreateGroup", JSON.objectNode().put("GroupId", group).put("GroupName", group));
  }

  static Call createPerson(String group, String id, byte[] photo, Consumer<JsonNode> answered) {
    ObjectNode content = picture(photo);
    content.put("GroupId", group).put("PersonId", id).put("PersonName", id);
    return iai("CreatePerson", content, answered);
  }

  static Call deletePerson(String id) {
    return iai("DeletePerson", person(id));
  }

  static Call rename(String id, String name) {
    return iai("ModifyPersonBaseInfo", person(id).put("PersonName", name));
  }

  static Call listPersons() {
    return iai("GetPersonList", JSON.objectNode().put("GroupId", CHANGED));
  }

  /** An action that asks for nothing but a picture. */
  static Call ofPicture(String action, byte[] photo) {
    return iai(action, picture(photo));
  }

  static Call compare(byte[] one, byte[] other) {
    ObjectNode content = JSON.objectNode();
    content.put("ImageA", base64(one)).put("ImageB", base64(other));
    return iai("CompareFace", content);
  }

  /** One of the searches. */
  static Call search(String action, byte[] photo) {
    ObjectNode content = picture(photo);
    content.putArray("GroupIds").add(SEARCHED);
    return iai(action, content);
  }

  static Call createDefaultCategories() {
    return ivld("CreateDefaultCategories", JSON.objectNode(), _ -> {});
  }

  static Call listCategories(Consumer<JsonNode> answered) {
    return ivld("DescribeCustomCategories", JSON.objectNode(), answered);
  }

  static Call createCustomPerson(String category, byte[] photo, Consumer<JsonNode> answered) {
    ObjectNode content = picture(photo);
    content.put("Name", "bench").put("BasicInfo", "bench").put("CategoryId", category);
    return ivld("CreateCustomPerson", content, answered);
  }

  static Call describeCustomPerson(String id) {
    return ivld("DescribeCustomPersonDetail", person(id), _ -> {});
  }

  static Call changeCustomPerson(String id, String info) {
    return ivld("UpdateCustomPerson", person(id).put("BasicInfo", info), _ -> {});
  }

  /** A call of the legacy API that asks for nothing but a picture. */
  static Call legacy(String name, long appId, byte[] photo) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    write(body, "name=\"appid\"", Long.toString(appId).getBytes(UTF_8));
    write(body, "name=\"image\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg", photo);
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    String contentType = "multipart/form-data; boundary=" + BOUNDARY;
    return new Call(new Call.Route.Legacy(name, contentType), body.toByteArray(), _ -> {});
  }

  private static void write(ByteArrayOutputStream body, String disposition, byte[] content) {
    List.of("--" + BOUNDARY, "Content-Disposition: form-data; " + disposition, "")
        .forEach(line -> body.writeBytes((line + "\r\n").getBytes(UTF_8)));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
  }

  private static ObjectNode person(String id) {
    return JSON.objectNode().put("PersonId", id);
  }

  private static ObjectNode picture(byte[] photo) {
    return JSON.objectNode().put("Image", base64(photo));
  }

  private static String base64(byte[] photo) {
    return Base64.getEncoder().encodeToString(photo);
  }

  private static Call iai(String action, ObjectNode content) {
    return iai(action, content, _ -> {});
  }

  private static Call iai(String action, ObjectNode content, Consumer<JsonNode> answered) {
    Call.Route route = new Call.Route.Tc3("iai", "2020-03-03", action);
    return new Call(route, content.toString().getBytes(UTF_8), answered);
  }

  private static Call ivld(String action, ObjectNode content, Consumer<JsonNode> answered) {
    Call.Route route = new Call.Route.Tc3("ivld", "2021-09-03", action);
    return new Call(route, content.toString().getBytes(UTF_8), answered);
  }
}
