package dev.mien.server.vod;

import dev.mien.server.protocol.Action;
import dev.mien.server.protocol.Api;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.CommonError;
import dev.mien.server.video.VideoRefusedException;
import dev.mien.vision.model.InferenceException;
import org.slf4j.LoggerFactory;

/**
 * An action of VOD: answers, or lets a video that has no faces to tell, or a net that fails, become
 * VOD's error for it.
 */
interface VodAction<Q extends Record, R extends Record> extends Action<Q, R> {
  Api API = Api.of("vod", "2018-07-17");

  @Override
  default Api api() {
    return API;
  }

  @Override
  default R handle(Q request, Call call) throws ApiException {
    try {
      return answer(request, call);
    } catch (VideoRefusedException refused) {
      throw VideoErrors.toApi(refused.problem(), refused.detail());
    } catch (InferenceException failed) {
      LoggerFactory.getLogger(getClass())
          .error("Request {}: a net failed", call.requestId(), failed);
      throw new ApiException(CommonError.INTERNAL_ERROR);
    }
  }

  /** Does the work; see {@link #handle}. */
  R answer(Q request, Call call) throws ApiException, VideoRefusedException;
}
