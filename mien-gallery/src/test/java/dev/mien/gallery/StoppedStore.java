package dev.mien.gallery;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * A store that keeps unfinished jobs from the gallery's background work, so that a test sees what
 * is between a job's start and its end. Everything else is the other store's.
 */
record StoppedStore(GalleryStore delegate) {
  GalleryStore store() {
    return (GalleryStore)
        Proxy.newProxyInstance(
            GalleryStore.class.getClassLoader(),
            new Class<?>[] {GalleryStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("unfinishedUpgradeJobs")) {
                return List.of();
              }
              try {
                return method.invoke(delegate, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
