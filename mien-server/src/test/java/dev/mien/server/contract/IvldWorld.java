package dev.mien.server.contract;

import dev.mien.server.it.RawClient;
import dev.mien.server.it.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the examples of IVLD speak of: a library with the categories {@code stars}, {@code singers}
 * below it and {@code doctors}; Ann, a singer with two pictures, and Bea, a star with one. A second
 * account has no library, for the action that creates one.
 */
final class IvldWorld extends ContractWorld {
  private static final String VERSION = "2021-09-03";
  private static final String IAI_VERSION = "2020-03-03";
  private static final String CREATE_GROUP = "CreateCustomGroup";
  private static final String GROUP = "ivld-custom-persons";
  private static final int ROUNDS_MAX = 3;

  /** A category as it must be; its id is found by its texts. */
  private record Category(String first, String second) {
    private String name() {
      return second.isEmpty() ? first : second;
    }
  }

  /** A person as it must be. */
  private record Member(String name, String info, String category, List<String> photos) {}

  private static final List<Category> CATEGORIES =
      List.of(
          new Category("stars", ""), new Category("stars", "singers"), new Category("doctors", ""));

  /** Ann and Bea in one photo, in the same coloured light, are taken for one person. */
  private static final List<Member> MEMBERS =
      List.of(
          new Member("Ann Lee", "singer and actor", "singers", List.of("ANN", "ANN_CLOSE")),
          new Member("Bea Ito", "athlete", "stars", List.of("BEA")));

  private final RawClient newcomer;

  IvldWorld(TestServer server, TestServer.Credentials keys, TestServer.Credentials newcomer) {
    super(server, keys);
    this.newcomer = new RawClient(server, newcomer);
  }

  @Override
  JsonNode call(String action, String version, JsonNode request) throws Exception {
    return action.equals(CREATE_GROUP)
        ? call(newcomer, action, version, request)
        : super.call(action, version, request);
  }

  @Override
  void reset() throws Exception {
    setUp(CREATE_GROUP, VERSION, JSON.objectNode().put("Bucket", "bucket.example.com"));
    restore();
  }

  /** Puts right what is not as it must be, which may show what else is not. */
  @Override
  void restore() throws Exception {
    ObjectNode group = JSON.objectNode().put("GroupId", GROUP);
    call(newcomer, "DeleteGroup", IAI_VERSION, group); // if it has one
    for (int round = 0; round < ROUNDS_MAX; round++) {
      restoreCategories();
      restorePersons();
    }
    if (persons().size() != MEMBERS.size() || categories().size() != CATEGORIES.size()) {
      throw new AssertionError("cannot be restored: " + everything());
    }
  }

  private void restoreCategories() throws Exception {
    for (Category wanted : CATEGORIES) {
      if (categories().stream().map(IvldWorld::category).noneMatch(wanted::equals)) {
        setUp("CreateCustomCategory", texts(wanted));
      }
    }
    for (JsonNode there : categories().reversed()) {
      if (!CATEGORIES.contains(category(there))) {
        // Refused as long as somebody is of it.
        ObjectNode id = JSON.objectNode().put("CategoryId", there.get("CategoryId").asString());
        call("DeleteCustomCategory", VERSION, id);
      }
    }
  }

  private void restorePersons() throws Exception {
    for (JsonNode there : persons()) {
      if (MEMBERS.stream().noneMatch(member -> member.name().equals(nameOf(there)))) {
        setUp("DeleteCustomPerson", idOf(there));
      }
    }
    for (Member member : MEMBERS) {
      List<JsonNode> there =
          persons().stream().filter(person -> nameOf(person).equals(member.name())).toList();
      if (there.isEmpty()) {
        create(member);
      } else {
        restore(member, there.getFirst());
      }
    }
  }

  private void create(Member member) throws Exception {
    ObjectNode request = details(member).put("Image", photo(member.photos().getFirst()));
    JsonNode created = setUp("CreateCustomPerson", request);
    for (String photo : member.photos().subList(1, member.photos().size())) {
      setUp("AddCustomPersonImage", idOf(created).put("Image", photo(photo)));
    }
  }

  private void restore(Member member, JsonNode there) throws Exception {
    int images = there.get("ImageInfoSet").size();
    if (images < member.photos().size()) {
      setUp("DeleteCustomPerson", idOf(there));
      create(member);
    } else if (images > member.photos().size()) {
      JsonNode last = there.get("ImageInfoSet").get(images - 1);
      setUp("DeleteCustomPersonImage", idOf(there).put("ImageId", last.get("ImageId").asString()));
    } else if (!there.get("BasicInfo").asString().equals(member.info())
        || !CATEGORIES.contains(category(there))
        || !category(there).name().equals(member.category())) {
      setUp("UpdateCustomPerson", details(member).setAll(idOf(there)));
    }
  }

  private ObjectNode details(Member member) throws Exception {
    return JSON.objectNode()
        .put("Name", member.name())
        .put("BasicInfo", member.info())
        .put("CategoryId", standsFor("category", member.category(), 0));
  }

  private static String photo(String name) {
    return "${photo:" + name + "}";
  }

  private static ObjectNode texts(Category category) {
    return JSON.objectNode()
        .put("L1Category", category.first())
        .put("L2Category", category.second());
  }

  private static Category category(JsonNode node) {
    return new Category(node.get("L1Category").asString(), node.get("L2Category").asString());
  }

  private static String nameOf(JsonNode person) {
    return person.get("Name").asString();
  }

  private static ObjectNode idOf(JsonNode person) {
    return JSON.objectNode().put("PersonId", person.get("PersonId").asString());
  }

  private List<JsonNode> categories() throws Exception {
    return items(setUp("DescribeCustomCategories", JSON.objectNode()).get("CategorySet"));
  }

  private List<JsonNode> persons() throws Exception {
    ObjectNode page = JSON.objectNode().put("PageNumber", 1).put("PageSize", 50);
    return items(setUp("DescribeCustomPersons", page).get("PersonInfoSet"));
  }

  private static List<JsonNode> items(JsonNode list) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  private JsonNode setUp(String action, JsonNode request) throws Exception {
    return setUp(action, VERSION, request);
  }

  /** Links are made anew for every answer, and left out. */
  @Override
  String everything() throws Exception {
    JsonNode newcomers =
        call(newcomer, "DescribeCustomGroup", VERSION, JSON.objectNode()).get("Bucket");
    return (categories().toString() + persons() + Objects.toString(newcomers))
        .replaceAll("http[^\"]*", "");
  }

  @Override
  String standsFor(String kind, String name, int index) throws Exception {
    return switch (kind) {
      case "category" ->
          categories().stream()
              .filter(category -> category(category).name().equals(name))
              .findFirst()
              .orElseThrow()
              .get("CategoryId")
              .asString();
      case "person" -> personNamed(name).get("PersonId").asString();
      case "image" -> personNamed(name).get("ImageInfoSet").get(index).get("ImageId").asString();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** By first name. */
  private JsonNode personNamed(String name) throws Exception {
    return persons().stream()
        .filter(person -> nameOf(person).startsWith(name + " "))
        .findFirst()
        .orElseThrow();
  }
}
