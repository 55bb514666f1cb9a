package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.server.ivld.type.CustomCategory;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.List;

/** Lists all categories of the account, in the order of their creation. */
@AutoService(Served.class)
public final class DescribeCustomCategories
    implements IvldAction<Nothing, DescribeCustomCategories.Response> {

  /** What is answered. */
  public record Response(List<CustomCategory> categorySet) {
    /** Copies the list. */
    public Response {
      categorySet = List.copyOf(categorySet);
    }
  }

  @Override
  public Class<Nothing> requestType() {
    return Nothing.class;
  }

  @Override
  public Response answer(Nothing request, Call call) {
    return new Response(
        call.services().gallery().customPersons().categories().all(call.account()).stream()
            .map(CustomCategory::of)
            .toList());
  }
}
