package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.CustomPersonChange;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes the name, the remark or the category of a custom person; what is empty stays. */
@AutoService(Served.class)
public final class UpdateCustomPerson
    implements IvldAction<UpdateCustomPerson.Request, UpdateCustomPerson.Response> {

  /** What is sent. */
  public record Request(
      String personId,
      @Nullable String name,
      @Nullable String basicInfo,
      @Nullable String categoryId) {}

  /** What is answered. */
  public record Response(String personId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public IvldError unknownCategory() {
    return IvldError.INVALID_CATEGORY_ID;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    PersonId id = Parameters.personId(request.personId());
    Optional<String> basicInfo = Parameters.optional(request.basicInfo());
    if (basicInfo.isPresent()) {
      Parameters.basicInfo(basicInfo.get());
    }
    CustomPersonChange change =
        new CustomPersonChange(
            id,
            Parameters.optional(request.name()),
            basicInfo,
            Parameters.optionalCategoryId(request.categoryId()));
    call.services().gallery().customPersons().change(call.account(), change);
    return new Response(id.value());
  }
}
