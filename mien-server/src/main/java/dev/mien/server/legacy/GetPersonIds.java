package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.PersonId;
import dev.mien.server.protocol.ApiException;
import java.util.List;

/** Lists the persons of a group. */
@AutoService(LegacyCall.class)
public final class GetPersonIds implements LegacyCall {

  /** What is answered. */
  public record Data(List<String> personIds) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    GroupId group = GroupId.of(parameters.required("group_id"));
    return new Data(
        caller.services().gallery().allPersons(caller.account(), group).stream()
            .map(PersonId::value)
            .toList());
  }
}
