package dev.mien.server.bench.load;

import dev.mien.server.bench.BenchException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who asks for what: requests of several kinds in random order, each about as often as its weight
 * says. What is created is deleted later, so the server's data stay about as large as they are.
 * Thread-safe.
 */
final class Traffic {
  private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);

  private static final long SEED = 20261121;

  /** Persons who wait for their deletion; nobody is created while there are as many. */
  private static final int WAITING_MAX = 20;

  /** Requests of one kind. */
  private record Kind(int weight, Maker maker) {}

  private interface Maker {
    Call make() throws BenchException;
  }

  private final long appId;
  private final List<Picture> photos;
  private final List<Kind> kinds = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Deque<String> persons = new ArrayDeque<>();
  private int created;

  private Traffic(long appId, List<Picture> photos) {
    this.appId = appId;
    this.photos = photos;
  }

  /**
   * Traffic for an empty server, in which one person for each photograph is enrolled now.
   * Photographs without a face that is large enough for all kinds of requests are left out.
   */
  static Traffic prepare(Client client, long appId, List<Picture> photographs)
      throws BenchException, InterruptedException {
    require(client.send(Requests.createGroup(Requests.CHANGED)));
    return new Traffic(appId, enrol(client, photographs));
  }

  /**
   * Makes the group that is searched, with a person for each photograph that has a face which is
   * large enough.
   *
   * @return those photographs
   */
  static List<Picture> enrol(Client client, List<Picture> photographs)
      throws BenchException, InterruptedException {
    require(client.send(Requests.createGroup(Requests.SEARCHED)));
    List<Picture> photos = new ArrayList<>();
    for (Picture photo : photographs) {
      String id = "enrolled-" + photos.size();
      if (isAnswered(client.send(Requests.ofPicture("DetectFace", photo)))
          && isAnswered(
              client.send(Requests.createPerson(Requests.SEARCHED, id, photo, _ -> {})))) {
        photos.add(photo);
      }
    }
    if (photos.isEmpty()) {
      throw new BenchException("none of the photographs has a face that can be enrolled");
    }
    return List.copyOf(photos);
  }

  /** Stops the measurement if a request that prepares it is not answered. */
  static void require(Answer answer) throws BenchException {
    if (!isAnswered(answer)) {
      throw new BenchException("the server cannot be prepared: " + answer.code());
    }
  }

  private static boolean isAnswered(Answer answer) {
    return answer.outcome() == Answer.Outcome.ANSWERED;
  }

  /** What most clients do: detection, comparison, searches, some enrolling. */
  Traffic ofMostClients() {
    for (int i = 0; i < photos.size(); i++) {
      Requests.compare(photos.get(i), photos.get((i + 1) % photos.size())); // hashes them
    }
    add(40, () -> Requests.ofPicture("DetectFace", photo()));
    add(20, this::compare);
    add(30, () -> Requests.search("SearchFaces", photo()));
    add(5, this::createOrDelete);
    add(5, this::deleteOrCreate);
    return this;
  }

  /** A little of everything: all APIs, with custom persons and videos as far as there are some. */
  Traffic ofAllKinds(Client client, ChildServer server)
      throws BenchException, InterruptedException {
    add(20, () -> Requests.ofPicture("DetectFace", photo()));
    add(8, () -> Requests.ofPicture("AnalyzeFace", photo()));
    add(10, this::compare);
    add(15, () -> Requests.search("SearchFaces", photo()));
    add(10, () -> Requests.search("SearchPersons", photo()));
    add(8, this::createOrDelete);
    add(8, this::deleteOrCreate);
    add(4, () -> Requests.rename("enrolled-0", "name " + random.nextInt(1_000)));
    add(5, Requests::listPersons);
    add(4, () -> Requests.legacy("detect", appId, photo()));
    add(2, () -> Requests.listCategories(_ -> {}));
    CustomLibrary.prepare(client, photos)
        .ifPresent(
            library -> {
              add(2, library::describe);
              add(2, () -> library.change("info " + random.nextInt(1_000)));
              add(4, library::comeOrGo);
            });
    Videos.prepare(server, photos.getFirst())
        .ifPresent(
            videos -> {
              add(1, videos::faces);
              add(2, videos::startOrDescribeTask);
            });
    return this;
  }

  private void add(int weight, Maker maker) {
    kinds.add(new Kind(weight, maker));
  }

  /** Sends the next request and waits for what becomes of it. */
  Answer send(Client client) throws InterruptedException {
    try {
      return client.send(next());
    } catch (BenchException e) {
      LOG.error("A request was not made", e);
      return Answer.none("NotMade");
    }
  }

  private synchronized Call next() throws BenchException {
    int left = random.nextInt(kinds.stream().mapToInt(Kind::weight).sum());
    for (Kind kind : kinds) {
      left -= kind.weight();
      if (left < 0) {
        return kind.maker().make();
      }
    }
    throw new IllegalStateException("a weight beyond the sum of all");
  }

  private Picture photo() {
    return photos.get(random.nextInt(photos.size()));
  }

  /** Of two neighbours, so that there are few bodies whose hash must be known. */
  private Call compare() {
    int one = random.nextInt(photos.size());
    return Requests.compare(photos.get(one), photos.get((one + 1) % photos.size()));
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
