package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Creates the account's library of custom persons, of which it has one at most. */
@AutoService(Served.class)
public final class CreateCustomGroup implements IvldAction<CreateCustomGroup.Request, Nothing> {

  /** What is sent. */
  public record Request(String bucket) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Nothing answer(Request request, Call call) throws ApiException, GalleryException {
    String bucket = Parameters.bucket(request.bucket());
    call.services().gallery().customPersons().createGroup(call.account(), bucket);
    return new Nothing();
  }
}
