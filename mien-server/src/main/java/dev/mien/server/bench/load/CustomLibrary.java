package dev.mien.server.bench.load;

import dev.mien.server.bench.BenchException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The custom persons of a server: one who stays, and others who come and go, each with a picture
 * that the server keeps. Thread-safe.
 */
final class CustomLibrary {
  /** Persons at most, with the one who stays. */
  private static final int PERSONS_MAX = 6;

  /** Somebody who is there. */
  private record Present(String id, Picture photo) {}

  private final String category;
  private final String staying;
  private final Deque<Picture> absent = new ArrayDeque<>();
  private final Deque<Present> present = new ArrayDeque<>();

  private CustomLibrary(String category, String staying) {
    this.category = category;
    this.staying = staying;
  }

  /** A library for an empty server; empty if no photograph is good enough for one. */
  static Optional<CustomLibrary> prepare(Client client, List<Picture> photos)
      throws BenchException, InterruptedException {
    Traffic.require(client.send(Requests.createDefaultCategories()));
    List<String> categories = new ArrayList<>();
    Traffic.require(
        client.send(
            Requests.listCategories(
                answer ->
                    answer
                        .get("CategorySet")
                        .forEach(one -> categories.add(one.get("CategoryId").asString())))));
    String category = categories.getFirst();
    Deque<Present> created = new ArrayDeque<>();
    for (Picture photo : photos) {
      if (created.size() < PERSONS_MAX) {
        client.send(
            Requests.createCustomPerson(
                category, photo, answer -> created.add(new Present(idIn(answer), photo))));
      }
    }
    if (created.isEmpty()) {
      return Optional.empty();
    }
    CustomLibrary library = new CustomLibrary(category, created.remove().id());
    library.present.addAll(created);
    return Optional.of(library);
  }

  private static String idIn(JsonNode answer) {
    return answer.get("PersonId").asString();
  }

  /** Asks about the one who stays. */
  Call describe() {
    return Requests.describeCustomPerson(staying);
  }

  /** Changes the one who stays. */
  Call change(String info) {
    return Requests.changeCustomPerson(staying, info);
  }

  /**
   * Somebody comes or goes. While everybody is doing so already, it asks about the one who stays.
   */
  synchronized Call comeOrGo() {
    if (present.isEmpty() && absent.isEmpty()) {
      return describe();
    }
    return present.size() > absent.size() ? go(present.remove()) : come(absent.remove());
  }

  private Call come(Picture photo) {
    return Requests.createCustomPerson(
            category, photo, answer -> arrived(new Present(idIn(answer), photo)))
        .otherwise(() -> left(photo));
  }

  private Call go(Present person) {
    return Requests.deleteCustomPerson(person.id(), _ -> left(person.photo()))
        .otherwise(() -> arrived(person));
  }

  private synchronized void arrived(Present person) {
    present.add(person);
  }

  private synchronized void left(Picture photo) {
    absent.add(photo);
  }
}
