package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.UniquenessRule;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import java.util.List;

/** Begins to look for persons who are in groups under several ids. */
@AutoService(Served.class)
public final class CheckSimilarPerson
    implements IaiAction<CheckSimilarPerson.Request, CheckSimilarPerson.Response> {
  /** Finds more, and mistakes more. */
  private static final long THOROUGH = 1;

  /** Mistakes less, and finds less. */
  private static final long CAREFUL = 2;

  /** How often a person may be mistaken for anybody else of the groups. */
  private static final UniquenessRule THOROUGH_RULE = new UniquenessRule(1e-2);

  private static final UniquenessRule CAREFUL_RULE = new UniquenessRule(1e-4);

  /** What is sent. */
  public record Request(List<String> groupIds, @Unsigned Long uniquePersonControl) {}

  /** What is answered. */
  public record Response(String jobId) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    List<GroupId> groups = Parameters.groupIds(request.groupIds());
    UniquenessRule rule = rule(request.uniquePersonControl());
    return new Response(call.services().similarityJobs().start(call.account(), groups, rule).id());
  }

  private static UniquenessRule rule(long control) throws ApiException {
    if (control == THOROUGH) {
      return THOROUGH_RULE;
    }
    if (control == CAREFUL) {
      return CAREFUL_RULE;
    }
    throw new ApiException(IaiError.UNIQUE_PERSON_CONTROL_ILLEGAL, THOROUGH, CAREFUL);
  }
}
