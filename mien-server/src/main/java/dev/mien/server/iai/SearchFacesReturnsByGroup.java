package dev.mien.server.iai;

import com.google.auto.service.AutoService;
import dev.mien.gallery.GalleryException;
import dev.mien.server.iai.type.ResultsReturnsByGroup;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.server.protocol.Served;
import dev.mien.server.protocol.Unsigned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds who the faces of a picture are in each group, by the most similar single faces. */
@AutoService(Served.class)
public final class SearchFacesReturnsByGroup
    implements IaiAction<SearchFacesReturnsByGroup.Request, SearchFacesReturnsByGroup.Response> {

  /** What is sent. */
  public record Request(
      List<String> groupIds,
      @Nullable String image,
      @Nullable String url,
      @Nullable @Unsigned Long maxFaceNum,
      @Nullable @Unsigned Long minFaceSize,
      @Nullable @Unsigned Long maxPersonNumPerGroup,
      @Nullable Long needPersonInfo,
      @Nullable @Unsigned Long qualityControl,
      @Nullable Double faceMatchThreshold,
      @Nullable @Unsigned Long needRotateDetection) {}

  /** What is answered. */
  public record Response(
      long faceNum, List<ResultsReturnsByGroup> resultsReturnsByGroup, String faceModelVersion) {}

  @Override
  public Class<Request> requestType() {
    return Request.class;
  }

  @Override
  public Response answer(Request request, Call call) throws ApiException, GalleryException {
    Parameters.requireBelowMax(request.faceMatchThreshold());
    Search search =
        new SearchTerms(
                request.groupIds(),
                request.image(),
                request.url(),
                request.maxFaceNum(),
                request.minFaceSize(),
                request.maxPersonNumPerGroup(),
                request.needPersonInfo(),
                request.qualityControl(),
                request.faceMatchThreshold(),
                request.needRotateDetection())
            .prepare(call, SearchTerms.Candidates.OF_EACH_GROUP);
    Search.Found<ResultsReturnsByGroup> found =
        search.runByGroup(
            call,
            _ -> true,
            probe ->
                call.services()
                    .gallery()
                    .searchFacesByGroup(call.account(), search.groups(), probe, search.options()));
    return new Response(found.searched(), found.results(), search.version().text());
  }
}
