package dev.mien.server.legacy;

import dev.mien.server.auth.SignedRequest;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.JsonBody;
import dev.mien.server.protocol.MultipartBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads the parameters of a request from JSON or multipart content. In the latter, what is a file
 * is decided by the name of the part, because clients send text with a file's name and files
 * without one; lists are parts {@code name[0]}, {@code name[1]} … or several {@code name[]}.
 */
final class RequestReader {
  private static final Set<String> FILES = Set.of("image", "images", "imageA", "imageB");
  private static final Set<String> LISTS = Set.of("group_ids", "face_ids", "images", "urls");
  private static final Pattern ITEM = Pattern.compile("(.{1,64})\\[([0-9]{0,4})]");

  private RequestReader() {}

  /** The parameters of a request; unreadable content is {@link LegacyError#BAD_REQUEST}. */
  static Parameters read(SignedRequest request) throws ApiException {
    String contentType = request.headerOrEmpty("content-type");
    String type = contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("multipart/form-data")) {
      return new Parameters(multipart(MultipartBody.parts(contentType, request.body())));
    }
    if (type.isEmpty() || type.startsWith("application/json") || type.startsWith("text/json")) {
      return new Parameters(json(JsonBody.parse(request.body()).root()));
    }
    throw new ApiException(
        LegacyError.BAD_REQUEST, "its content is neither application/json nor multipart/form-data");
  }

  private static Map<String, Value> json(JsonNode root) {
    Map<String, Value> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (!field.getValue().isNull()) {
        values.put(field.getKey(), value(field.getValue()));
      }
    }
    return values;
  }

  private static Value value(JsonNode node) {
    if (node.isString()) {
      return new Value.Text(node.stringValue());
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return new Value.Whole(node.longValue());
    }
    if (node.isArray()) {
      List<Value> items = new ArrayList<>(node.size());
      node.forEach(item -> items.add(value(item)));
      return new Value.Items(items);
    }
    return new Value.Other();
  }

  private static Map<String, Value> multipart(List<MultipartBody.Part> parts) throws ApiException {
    Map<String, Value> values = new HashMap<>();
    Map<String, NavigableMap<Integer, Value>> lists = new HashMap<>();
    for (MultipartBody.Part part : parts) {
      String name = withoutSemicolon(part.name());
      Matcher item = ITEM.matcher(name);
      String stem = item.matches() ? item.group(1) : name;
      Value value =
          FILES.contains(stem)
              ? new Value.File(part.content())
              : new Value.Text(part.text().value());
      Object before;
      if (item.matches() || LISTS.contains(stem)) {
        NavigableMap<Integer, Value> list = lists.computeIfAbsent(stem, _ -> new TreeMap<>());
        before = list.put(position(item, list), value);
      } else {
        before = values.put(stem, value);
      }
      if (before != null) {
        throw new ApiException(LegacyError.BAD_REQUEST, "a part of the content is there twice");
      }
    }
    lists.forEach((name, list) -> values.put(name, new Value.Items(List.copyOf(list.values()))));
    return values;
  }

  /** The number in the brackets, or the next one. */
  private static int position(Matcher item, NavigableMap<Integer, Value> list) {
    return item.matches() && !item.group(2).isEmpty()
        ? Integer.parseInt(item.group(2))
        : list.isEmpty() ? 0 : list.lastKey() + 1;
  }

  /** The reference's own examples write {@code name="appid";}. */
  private static String withoutSemicolon(String name) {
    return name.endsWith(";") ? name.substring(0, name.length() - 1) : name;
  }
}
