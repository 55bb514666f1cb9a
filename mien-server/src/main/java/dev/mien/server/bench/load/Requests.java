package dev.mien.server.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
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

  /** Any number: the server has no applications. */
  private static final long SUB_APP_ID = 1;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String BOUNDARY = "mien-bench-boundary";

  private Requests() {}

  static Call createGroup(String group) {
    return iai("CreateGroup", JSON.objectNode().put("GroupId", group).put("GroupName", group));
  }

  static Call deleteGroup(String group) {
    return iai("DeleteGroup", JSON.objectNode().put("GroupId", group));
  }

  static Call createPerson(String group, String id, Picture photo, Consumer<JsonNode> answered) {
    ObjectNode fields = person(id).put("GroupId", group).put("PersonName", id);
    return tc3(iai("CreatePerson"), picture(photo, fields), answered);
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
  static Call ofPicture(String action, Picture photo) {
    return tc3(iai(action), picture(photo, JSON.objectNode()), _ -> {});
  }

  static Call compare(Picture one, Picture other) {
    List<Content.Named> both =
        List.of(new Content.Named("ImageA", one), new Content.Named("ImageB", other));
    return tc3(iai("CompareFace"), Content.json(both, JSON.objectNode()), _ -> {});
  }

  /** One of the searches, in a small group. */
  static Call search(String action, Picture photo) {
    return search(action, List.of(SEARCHED), photo, _ -> {});
  }

  /** One of the searches. */
  static Call search(
      String action, List<String> groups, Picture photo, Consumer<JsonNode> answered) {
    ObjectNode fields = JSON.objectNode();
    groups.forEach(fields.putArray("GroupIds")::add);
    return tc3(iai(action), picture(photo, fields), answered);
  }

  static Call createDefaultCategories() {
    return ivld("CreateDefaultCategories", JSON.objectNode(), _ -> {});
  }

  static Call listCategories(Consumer<JsonNode> answered) {
    return ivld("DescribeCustomCategories", JSON.objectNode(), answered);
  }

  static Call createCustomPerson(String category, Picture photo, Consumer<JsonNode> answered) {
    ObjectNode fields = JSON.objectNode();
    fields.put("Name", "bench").put("BasicInfo", "bench").put("CategoryId", category);
    return tc3(ivld("CreateCustomPerson"), picture(photo, fields), answered);
  }

  static Call describeCustomPerson(String id) {
    return ivld("DescribeCustomPersonDetail", person(id), _ -> {});
  }

  static Call changeCustomPerson(String id, String info) {
    return ivld("UpdateCustomPerson", person(id).put("BasicInfo", info), _ -> {});
  }

  static Call deleteCustomPerson(String id, Consumer<JsonNode> answered) {
    return ivld("DeleteCustomPerson", person(id), answered);
  }

  /** The faces of a video; waits for them. */
  static Call videoFaces(String fileId) {
    return vod("DescribeAigcFaceInfo", video(fileId), _ -> {});
  }

  /** A task that finds the faces of a video. */
  static Call startVideoTask(String fileId, Consumer<JsonNode> answered) {
    return vod("DescribeAigcFaceInfoAsync", video(fileId), answered);
  }

  static Call describeTask(String id) {
    return vod("DescribeTaskDetail", JSON.objectNode().put("TaskId", id), _ -> {});
  }

  private static ObjectNode video(String fileId) {
    ObjectNode content = JSON.objectNode().put("SubAppId", SUB_APP_ID);
    content.putArray("FileInfos").addObject().put("Type", "File").put("FileId", fileId);
    return content;
  }

  /** A call of the legacy API that asks for nothing but a picture. */
  static Call legacy(String name, long appId, Picture photo) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    write(body, "name=\"appid\"", Long.toString(appId).getBytes(UTF_8));
    write(body, "name=\"image\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg", photo.file());
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    String contentType = "multipart/form-data; boundary=" + BOUNDARY;
    Content content = Content.of(body.toByteArray());
    return new Call(new Call.Route.Legacy(name, contentType), content, _ -> {});
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

  private static Content picture(Picture photo, ObjectNode fields) {
    return Content.json(List.of(new Content.Named("Image", photo)), fields);
  }

  private static Call.Route.Tc3 iai(String action) {
    return new Call.Route.Tc3("iai", "2020-03-03", action);
  }

  private static Call.Route.Tc3 ivld(String action) {
    return new Call.Route.Tc3("ivld", "2021-09-03", action);
  }

  private static Call iai(String action, ObjectNode fields) {
    return tc3(iai(action), Content.json(fields), _ -> {});
  }

  private static Call ivld(String action, ObjectNode fields, Consumer<JsonNode> answered) {
    return tc3(ivld(action), Content.json(fields), answered);
  }

  private static Call vod(String action, ObjectNode fields, Consumer<JsonNode> answered) {
    return tc3(new Call.Route.Tc3("vod", "2018-07-17", action), Content.json(fields), answered);
  }

  private static Call tc3(Call.Route.Tc3 route, Content content, Consumer<JsonNode> answered) {
    return new Call(route, content, answered);
  }
}
