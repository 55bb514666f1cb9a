package dev.mien.server.iai;

import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.SearchOptions;
import dev.mien.gallery.score.Score;
import dev.mien.server.protocol.ApiException;
import dev.mien.server.protocol.Call;
import dev.mien.vision.quality.QualityLevel;
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

  /**
   * The parameter that says how many candidates are wanted, the most that the API allows, and in
   * how many groups at once.
   */
  enum Candidates {
    OVERALL("MaxPersonNum", 100, 100),
    OF_EACH_GROUP("MaxPersonNumPerGroup", 10, 60);

    private final String parameter;
    private final int max;
    private final int groupsMax;

    Candidates(String parameter, int max, int groupsMax) {
      this.parameter = parameter;
      this.max = max;
      this.groupsMax = groupsMax;
    }

    private void requireWithin(List<String> groupIds) throws ApiException {
      if (groupIds.size() > groupsMax) {
        throw new ApiException(IaiError.GROUP_IDS_EXCEED, groupsMax);
      }
    }

    private long number(@Nullable Long wanted) throws ApiException {
      long number = wanted == null ? CANDIDATES_DEFAULT : wanted;
      if (number < 1 || number > max) {
        throw new ApiException(IaiError.SEARCH_PERSONS_EXCEED, parameter, max);
      }
      return number;
    }
  }

  /** Checks them, and finds the faces to be searched for. */
  Search prepare(Call call, Candidates candidates) throws ApiException, GalleryException {
    candidates.requireWithin(groupIds);
    List<GroupId> groups = Parameters.groupIds(groupIds);
    SearchOptions options =
        new SearchOptions(
            candidates.number(maxPersonNum),
            new Score(Parameters.threshold(faceMatchThreshold, THRESHOLD_DEFAULT)),
            Parameters.isOne(needPersonInfo));
    FaceSelection selection =
        new FaceSelection(
            Parameters.maxFaces(maxFaceNum, FACES_MAX, IaiError.SEARCH_FACES_EXCEED),
            Parameters.minFaceSize(minFaceSize),
            Parameters.flag("NeedRotateDetection", needRotateDetection));
    QualityLevel quality = QualityControl.of(qualityControl);
    ModelVersion version = call.services().gallery().modelVersion(call.account(), groups);
    var picture = Pictures.load(call, image, url);
    List<Probe> probes = new ArrayList<>();
    for (var face : selection.find(call, picture)) {
      probes.add(new Probe(picture, face));
    }
    return new Search(groups, version, options, quality, probes);
  }
}
