package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.CustomCategory;
import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Creates a category of the first level, or one of the second below it. */
@AutoService(Served.class)
public final class CreateCustomCategory
    implements IvldAction<CreateCustomCategory.Request, CreateCustomCategory.Response> {

  /** What is sent. */
  public record Request(String l1Category, String l2Category) {}

  /** What is answered. */
  public record Response(String categoryId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    CustomCategory category =
        call.services()
            .gallery()
            .customPersons()
            .categories()
            .create(
                call.account(), Parameters.category(request.l1Category(), request.l2Category()));
    return new Response(Long.toString(category.number()));
  }
}
