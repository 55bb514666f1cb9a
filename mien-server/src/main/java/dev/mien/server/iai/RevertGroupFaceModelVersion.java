package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Begins to give a group the model version back that it had before an upgrade. */
@AutoService(Served.class)
public final class RevertGroupFaceModelVersion
    implements IaiAction<RevertGroupFaceModelVersion.Request, Nothing> {

  /** What is sent. */
  public record Request(String jobId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Nothing answer(Request request, Call call) throws ApiException, GalleryException {
    call.services().gallery().revertUpgrade(call.account(), request.jobId());
    return new Nothing();
  }
}
