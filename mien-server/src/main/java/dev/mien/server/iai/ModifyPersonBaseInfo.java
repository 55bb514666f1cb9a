package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.Gender;
import dev.mien.gallery.PersonChange;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes a person's name and gender, in all groups. */
@AutoService(Served.class)
public final class ModifyPersonBaseInfo
    implements IaiAction<ModifyPersonBaseInfo.Request, Nothing> {

  /** What is sent. */
  public record Request(String personId, @Nullable String personName, @Nullable Long gender) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Nothing answer(Request request, Call call) throws ApiException, GalleryException {
    Optional<Gender> gender =
        request.gender() == null ? Optional.empty() : Optional.of(Gender.of(request.gender()));
    call.services()
        .gallery()
        .modifyPerson(
            call.account(),
            new PersonChange(
                PersonId.of(request.personId()),
                Optional.ofNullable(request.personName()),
                gender));
    return new Nothing();
  }
}
