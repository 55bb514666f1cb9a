package dev.mien.server.ivld;

import com.google.auto.service.AutoService;
import dev.mien.gallery.CustomPerson;
import dev.mien.gallery.GalleryException;
import dev.mien.server.ivld.type.CustomPersonInfo;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import java.util.List;

/** Describes a custom person. */
@AutoService(Served.class)
public final class DescribeCustomPersonDetail
    implements IvldAction<DescribeCustomPersonDetail.Request, DescribeCustomPersonDetail.Response> {

  /** What is sent. */
  public record Request(String personId) {}

  /** What is answered. */
  public record Response(CustomPersonInfo personInfo, List<String> taskIdSet) {
    /** Copies the list. */
    public Response {
      taskIdSet = List.copyOf(taskIdSet);
    }
  }

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    CustomPerson person =
        call.services()
            .gallery()
            .customPersons()
            .person(call.account(), Parameters.personId(request.personId()));
    return new Response(Described.person(call, person), List.of()); // no video is analysed for them
  }
}
