package dev.mien.server.iai;

import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.SearchOptions;
import dev.mien.gallery.score.Score;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters that all searches share, as they were sent. */
record SearchTerms(
    List<String> groupIds,
    @Nullable String image,
    @Nullable String url,
    @Nullable Long maxFaceNum,
    @Nullable Long minFaceSize,
    @Nullable Long maxPersonNum,
    @Nullable Long needPersonInfo,
    @Nullable Long qualityControl,
    @Nullable Double faceMatchThreshold,
    @Nullable Long needRotateDetection) {

  private static final int FACES_MAX = 10;
  private static final long CANDIDATES_DEFAULT = 5;
  private static final double THRESHOLD_DEFAULT = 0;

  /** Checks them, and finds the faces to be searched for. */
  Search prepare(Call call) throws ApiException, GalleryException {
    List<GroupId> groups = Parameters.groupIds(groupIds);
    long maxCandidates = maxPersonNum == null ? CANDIDATES_DEFAULT : maxPersonNum;
    if (maxCandidates < 1) {
      throw new ApiException(
          IaiError.INVALID_PARAMETER, "MaxPersonNum", "at least 1 person is returned");
    }
    SearchOptions options =
        new SearchOptions(
            maxCandidates,
            new Score(Parameters.threshold(faceMatchThreshold, THRESHOLD_DEFAULT)),
            Parameters.isOne(needPersonInfo));
    FaceSelection selection =
        new FaceSelection(
            Parameters.maxFaces(maxFaceNum, FACES_MAX, IaiError.SEARCH_FACES_EXCEED),
            Parameters.minFaceSize(minFaceSize),
            Parameters.flag("NeedRotateDetection", needRotateDetection));
    QualityControl quality = QualityControl.of(qualityControl);
    ModelVersion version = call.services().gallery().modelVersion(call.account(), groups);
    var picture = Pictures.load(call, image, url);
    List<Probe> probes = new ArrayList<>();
    for (var face : selection.find(call, picture)) {
      probes.add(new Probe(picture, face));
    }
    return new Search(groups, version, options, quality, probes);
  }
}
