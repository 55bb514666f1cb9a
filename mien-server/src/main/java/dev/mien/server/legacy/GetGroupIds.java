package dev.mien.server.legacy;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.server.protocol.ApiException;
import java.util.List;

/** Lists the groups of the account. */
@AutoService(LegacyCall.class)
public final class GetGroupIds implements LegacyCall {

  /** What is answered. */
  public record Data(List<String> groupIds) {}

  @Override
  public Record answer(Parameters parameters, Caller caller) throws ApiException, GalleryException {
    return new Data(
        caller.services().gallery().allGroups(caller.account()).stream()
            .map(GroupId::value)
            .toList());
  }
}
