package dev.mien.server.ivld;

import dev.mien.gallery.GalleryException;
import dev.mien.gallery.StoreException;
import dev.mien.server.protocol.Action;
import dev.mien.server.protocol.Api;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.StoreFaults;
import dev.mien.vision.model.InferenceException;
import org.slf4j.LoggerFactory;

/**
 * An action of IVLD: answers, or lets a broken rule of the gallery, a net or a store that fails,
 * become IVLD's error for it.
 */
interface IvldAction<Q extends Record, R extends Record> extends Action<Q, R> {

  /** The only version. */
  Api API = Api.of("ivld", "2021-09-03");

  @Override
  default Api api() {
    return API;
  }

  @Override
  default R handle(Q request, Call call) throws ApiException {
    try {
      return answer(request, call);
    } catch (GalleryException broken) {
      throw BrokenRules.toApi(broken, unknownCategory());
    } catch (InferenceException failed) {
      LoggerFactory.getLogger(getClass())
          .error("Request {}: a net failed", call.requestId(), failed);
      throw new ApiException(IvldError.FEATURE_ALGO_FAILED);
    } catch (StoreException failed) {
      if (StoreFaults.error(failed.fault()).isPresent()) {
        throw failed; // what all APIs answer
      }
      LoggerFactory.getLogger(getClass())
          .error("Request {}: a store failed", call.requestId(), failed);
      throw new ApiException(IvldError.DB_OPERATION_ERROR);
    }
  }

  /** What a category that does not exist is to this action. */
  default IvldError unknownCategory() {
    return IvldError.CUSTOM_CATEGORY_NOT_FOUND;
  }

  /** Does the work; see {@link #handle}. */
  R answer(Q request, Call call) throws ApiException, GalleryException;
}
