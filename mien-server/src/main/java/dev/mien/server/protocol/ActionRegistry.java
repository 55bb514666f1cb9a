package dev.mien.server.protocol;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** All actions that this server knows, by version and name. Immutable. */
public final class ActionRegistry {
  private final Map<Key, Action<?, ?>> actions;
  private final Set<String> versions;

  private record Key(String version, String name) {}

  /**
   * A registry of these actions.
   *
   * @throws IllegalStateException if two actions claim the same version and name
   * @throws IllegalArgumentException if a request record is not one that can be bound
   */
  public ActionRegistry(Collection<? extends Action<?, ?>> actions) {
    Map<Key, Action<?, ?>> found = new HashMap<>();
    for (Action<?, ?> action : actions) {
      RequestBinder.check(action.requestType());
      for (String version : action.api().versions()) {
        Action<?, ?> other = found.put(new Key(version, action.name()), action);
        if (other != null) {
          throw new IllegalStateException(
              "Two actions are called %s in version %s: %s and %s"
                  .formatted(
                      action.name(), version, other.getClass().getName(), action.getClass()));
        }
      }
    }
    this.actions = Map.copyOf(found);
    this.versions = found.keySet().stream().map(Key::version).collect(toUnmodifiableSet());
  }

  /** A registry of all actions on the class path. */
  public static ActionRegistry load() {
    List<Action<?, ?>> found = new ArrayList<>();
    for (Served served : ServiceLoader.load(Served.class)) {
      switch (served) {
        case Action<?, ?> action -> found.add(action);
      }
    }
    return new ActionRegistry(found);
  }

  /**
   * The action of that name in that version.
   *
   * @throws ApiException {@code NoSuchVersion} if no action has the version, {@code InvalidAction}
   *     if the version has no such action
   */
  public Action<?, ?> find(String version, String name) throws ApiException {
    Action<?, ?> action = actions.get(new Key(version, name));
    if (action != null) {
      return action;
    }
    throw versions.contains(version)
        ? new ApiException(CommonError.INVALID_ACTION, name, version)
        : new ApiException(CommonError.NO_SUCH_VERSION, version);
  }

  /** Every action once. */
  public Set<Action<?, ?>> actions() {
    return Set.copyOf(actions.values());
  }
}
