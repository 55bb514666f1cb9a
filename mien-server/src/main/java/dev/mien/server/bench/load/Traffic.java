package dev.mien.server.bench.load;

import dev.mien.server.bench.BenchException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * Who asks for what: requests of several kinds in random order, each about as often as its weight
 * says. What is created is deleted later, so the server's data stay about as large as they are.
 * Thread-safe.
 */
final class Traffic {
  private static final long SEED = 20261121;

  /** Persons who wait for their deletion; nobody is created while there are as many. */
  private static final int WAITING_MAX = 20;

  /** Requests of one kind. */
  private record Kind(int weight, Maker maker) {}

  private interface Maker {
    Call make();
  }

  private final long appId;
  private final List<byte[]> photos;
  private final Optional<String> customPerson;
  private final List<Kind> kinds = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Deque<String> persons = new ArrayDeque<>();
  private int created;

  private Traffic(long appId, List<byte[]> photos, Optional<String> customPerson) {
    this.appId = appId;
    this.photos = photos;
    this.customPerson = customPerson;
  }

  /**
   * Traffic for an empty server, in which one person for each photograph is enrolled now.
   * Photographs without a face are left out.
   */
  static Traffic prepare(Client client, long appId, List<byte[]> photographs)
      throws BenchException, InterruptedException {
    require(client.send(Requests.createGroup(Requests.SEARCHED)));
    require(client.send(Requests.createGroup(Requests.CHANGED)));
    List<byte[]> photos = new ArrayList<>();
    for (byte[] photo : photographs) {
      String id = "enrolled-" + photos.size();
      Call enrol = Requests.createPerson(Requests.SEARCHED, id, photo, _ -> {});
      if (client.send(enrol).outcome() == Answer.Outcome.ANSWERED) {
        photos.add(photo);
      }
    }
    if (photos.isEmpty()) {
      throw new BenchException("none of the photographs has a face that can be enrolled");
    }
    return new Traffic(appId, List.copyOf(photos), customPerson(client, photos));
  }

  /** A custom person of one of the photographs, if one is good enough for that. */
  private static Optional<String> customPerson(Client client, List<byte[]> photos)
      throws BenchException, InterruptedException {
    require(client.send(Requests.createDefaultCategories()));
    List<String> categories = new ArrayList<>();
    require(client.send(Requests.listCategories(answer -> ids(answer, categories))));
    List<String> persons = new ArrayList<>();
    for (byte[] photo : photos) {
      client.send(
          Requests.createCustomPerson(
              categories.getFirst(),
              photo,
              answer -> persons.add(answer.get("PersonId").asString())));
      if (!persons.isEmpty()) {
        return Optional.of(persons.getFirst());
      }
    }
    return Optional.empty();
  }

  private static void ids(JsonNode answer, List<String> ids) {
    answer.get("CategorySet").forEach(category -> ids.add(category.get("CategoryId").asString()));
  }

  private static void require(Answer answer) throws BenchException {
    if (answer.outcome() != Answer.Outcome.ANSWERED) {
      throw new BenchException("the server cannot be prepared: " + answer.code());
    }
  }

  /** What most clients do: detection, comparison, searches, some enrolling. */
  Traffic ofMostClients() {
    add(40, () -> Requests.ofPicture("DetectFace", photo()));
    add(20, () -> Requests.compare(photo(), photo()));
    add(30, () -> Requests.search("SearchFaces", photo()));
    add(5, this::createOrDelete);
    add(5, this::deleteOrCreate);
    return this;
  }

  /** A little of everything: all APIs, but for videos. */
  Traffic ofAllKinds() {
    add(20, () -> Requests.ofPicture("DetectFace", photo()));
    add(8, () -> Requests.ofPicture("AnalyzeFace", photo()));
    add(10, () -> Requests.compare(photo(), photo()));
    add(15, () -> Requests.search("SearchFaces", photo()));
    add(10, () -> Requests.search("SearchPersons", photo()));
    add(8, this::createOrDelete);
    add(8, this::deleteOrCreate);
    add(4, () -> Requests.rename("enrolled-0", "name " + random.nextInt(1_000)));
    add(5, Requests::listPersons);
    add(4, () -> Requests.legacy("detect", appId, photo()));
    add(2, () -> Requests.listCategories(_ -> {}));
    customPerson.ifPresent(
        id -> {
          add(2, () -> Requests.describeCustomPerson(id));
          add(2, () -> Requests.changeCustomPerson(id, "info " + random.nextInt(1_000)));
        });
    return this;
  }

  private void add(int weight, Maker maker) {
    kinds.add(new Kind(weight, maker));
  }

  /** The next request. */
  synchronized Call next() {
    int left = random.nextInt(kinds.stream().mapToInt(Kind::weight).sum());
    for (Kind kind : kinds) {
      left -= kind.weight();
      if (left < 0) {
        return kind.maker().make();
      }
    }
    throw new IllegalStateException("a weight beyond the sum of all");
  }

  private byte[] photo() {
    return photos.get(random.nextInt(photos.size()));
  }

  private Call createOrDelete() {
    return persons.size() < WAITING_MAX ? create() : Requests.deletePerson(persons.remove());
  }

  private Call deleteOrCreate() {
    return persons.isEmpty() ? create() : Requests.deletePerson(persons.remove());
  }

  private Call create() {
    String id = "person-" + created++;
    return Requests.createPerson(Requests.CHANGED, id, photo(), _ -> remember(id));
  }

  private synchronized void remember(String id) {
    persons.add(id);
  }
}
