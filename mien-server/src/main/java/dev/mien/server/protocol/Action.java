package dev.mien.server.protocol;

/**
 * One operation of an API: what it is called, what it takes, what it answers.
 *
 * <p>An implementation is public, has a public constructor without parameters, keeps no state and
 * is safe for use by many threads. It is found by {@link java.util.ServiceLoader}: annotate it with
 * {@code @AutoService(Served.class)} and it is served; no list needs to be edited.
 *
 * @param <Q> the request: a record as {@link RequestBinder} describes it
 * @param <R> the response: a record as {@link ResponseWriter} describes it
 */
public non-sealed interface Action<Q extends Record, R extends Record> extends Served {

  /** The API that this action belongs to, with the versions in which it exists. */
  Api api();

  /** The name by which clients call it; the simple class name unless overridden. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** The class of the request record. */
  Class<Q> requestType();

  /**
   * Does the work. Runs on a thread of the work pool, so it may decode images, run models and write
   * to the gallery, but must not wait for anything else.
   *
   * @param request the bound request; its required parameters are there, nothing else is checked
   * @param call who asks, and what the server offers
   * @return the fields of the response, without its request id
   * @throws ApiException if the request cannot be fulfilled; it reaches the client as an error
   */
  R handle(Q request, Call call) throws ApiException;
}
