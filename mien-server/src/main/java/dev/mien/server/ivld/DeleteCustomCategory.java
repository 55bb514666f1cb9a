package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Deletes a category that no person is of and no other lies below. */
@AutoService(Served.class)
public final class DeleteCustomCategory
    implements IvldAction<DeleteCustomCategory.Request, DeleteCustomCategory.Response> {

  /** What is sent. */
  public record Request(String categoryId) {}

  /** What is answered. */
  public record Response(String categoryId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    long number = Parameters.categoryId(request.categoryId());
    call.services().gallery().customPersons().categories().delete(call.account(), number);
    return new Response(Long.toString(number));
  }
}
