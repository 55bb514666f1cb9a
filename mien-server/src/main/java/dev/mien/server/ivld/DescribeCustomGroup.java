package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.CustomGroup;
import dev.mien.gallery.CustomPersons;
import dev.mien.gallery.GalleryException;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;

/** Tells how many custom persons the account has, and its bucket. */
@AutoService(Served.class)
public final class DescribeCustomGroup
    implements IvldAction<Nothing, DescribeCustomGroup.Response> {

  /** What is answered. */
  public record Response(long groupSize, String bucket) {}

  @Override
  public Class<Nothing> requestType() {
    return Nothing.class;
  }

  @Override
  public Response answer(Nothing request, Call call) throws ApiException, GalleryException {
    CustomPersons persons = call.services().gallery().customPersons();
    CustomGroup group = persons.group(call.account());
    return new Response(persons.count(call.account()), group.bucket());
  }
}
