package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.CustomCategory;
import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import org.jspecify.annotations.Nullable;

/** Renames a category: one of the first level with all below it, or one of the second alone. */
@AutoService(Served.class)
public final class UpdateCustomCategory
    implements IvldAction<UpdateCustomCategory.Request, UpdateCustomCategory.Response> {

  /** What is sent. */
  public record Request(String categoryId, String l1Category, @Nullable String l2Category) {}

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
            .change(
                call.account(),
                Parameters.categoryId(request.categoryId()),
                Parameters.category(request.l1Category(), request.l2Category()));
    return new Response(Long.toString(category.number()));
  }
}
