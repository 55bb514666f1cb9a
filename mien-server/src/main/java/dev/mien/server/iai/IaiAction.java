package dev.mien.server.iai;

import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.Action;
import dev.mien.server.protocol.Api;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.vision.model.InferenceException;
import org.slf4j.LoggerFactory;

/**
 * An action of IAI: answers, or lets a broken rule of the gallery, or a net that fails, become
 * IAI's error for it.
 */
interface IaiAction<Q extends Record, R extends Record> extends Action<Q, R> {

  /** The older version: it has fewer actions and parameters. */
  String VERSION_2018 = "2018-03-01";

  /** Both versions have the same shapes and are served alike, unless an action says otherwise. */
  Api API = Api.of("iai", "2020-03-03", VERSION_2018);

  /** Actions that the older version does not have. */
  Api API_2020 = Api.of("iai", "2020-03-03");

  @Override
  default Api api() {
    return API;
  }

  @Override
  default R handle(Q request, Call call) throws ApiException {
    try {
      return answer(request, call);
    } catch (GalleryException broken) {
      throw GalleryErrors.toApi(broken);
    } catch (InferenceException failed) {
      LoggerFactory.getLogger(getClass())
          .error("Request {}: a net failed", call.requestId(), failed);
      throw new ApiException(IaiError.SERVER_ERROR);
    }
  }

  /** Does the work; see {@link #handle}. */
  R answer(Q request, Call call) throws ApiException, GalleryException;
}
