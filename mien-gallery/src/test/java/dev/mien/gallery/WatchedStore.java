package dev.mien.gallery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;

/**
 * Another store, of which every write is shown before it is made.
 *
 * @param delegate does the work
 * @param beforeApply is shown the changes; what it throws, the write throws
 */
record WatchedStore(GalleryStore delegate, Consumer<List<Change>> beforeApply) {
  @SuppressWarnings("unchecked")
  GalleryStore store() {
    return (GalleryStore)
        Proxy.newProxyInstance(
            GalleryStore.class.getClassLoader(),
            new Class<?>[] {GalleryStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("apply")) {
                beforeApply.accept((List<Change>) arguments[1]);
              }
              try {
                return method.invoke(delegate, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
