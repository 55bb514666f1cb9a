package dev.mien.server.iai;

import dev.mien.gallery.Candidate;
import dev.mien.gallery.FaceId;
import dev.mien.gallery.GalleryException;
import dev.mien.gallery.GroupId;
import dev.mien.gallery.GroupedSearchResult;
import dev.mien.gallery.ModelVersion;
import dev.mien.gallery.SearchOptions;
import dev.mien.gallery.SearchResult;
import dev.mien.gallery.Template;
import dev.mien.server.iai.type.GroupCandidate;
import dev.mien.server.iai.type.PersonGroupInfo;
import dev.mien.server.iai.type.Result;
import dev.mien.server.iai.type.ResultsReturnsByGroup;
import dev.mien.server.protocol.Call;
import dev.mien.vision.quality.QualityLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A search that is ready to run: for each face of a picture, in some groups.
 *
 * @param groups where
 * @param version the groups' model version
 * @param options how many candidates, and from which score on
 * @param quality faces below it are answered with a code, not searched for
 * @param probes the faces, the largest first
 */
record Search(
    List<GroupId> groups,
    ModelVersion version,
    SearchOptions options,
    QualityLevel quality,
    List<Probe> probes) {

  /**
   * What was found.
   *
   * @param searched faces or persons that the groups have; 0 if no face was good enough to be
   *     searched for
   * @param results one for each face
   */
  record Found<T>(long searched, List<T> results) {}

  /** One search of the gallery, for one face. */
  interface Question<R> {
    R ask(Template probe) throws GalleryException;
  }

  /** Answers face by face. */
  Found<Result> run(Call call, Predicate<Candidate> wanted, Question<SearchResult> question)
      throws GalleryException {
    long searched = 0;
    List<Result> results = new ArrayList<>(probes.size());
    for (Probe probe : probes) {
      if (probe.refusal(call, quality, Set.of()).isPresent()) {
        results.add(new Result(List.of(), probe.rect(), RetCode.QUALITY));
        continue;
      }
      SearchResult answer = question.ask(probe.template(call, version));
      searched = answer.searched();
      results.add(new Result(describe(answer.candidates(), wanted), probe.rect(), RetCode.OK));
    }
    return new Found<>(searched, results);
  }

  /** Answers face by face, and group by group for each. */
  Found<ResultsReturnsByGroup> runByGroup(
      Call call, Predicate<Candidate> wanted, Question<GroupedSearchResult> question)
      throws GalleryException {
    long searched = 0;
    List<ResultsReturnsByGroup> results = new ArrayList<>(probes.size());
    for (Probe probe : probes) {
      if (probe.refusal(call, quality, Set.of()).isPresent()) {
        results.add(new ResultsReturnsByGroup(probe.rect(), List.of(), RetCode.QUALITY));
        continue;
      }
      GroupedSearchResult answer = question.ask(probe.template(call, version));
      searched = answer.searched();
      List<GroupCandidate> byGroup =
          answer.groups().stream()
              .map(
                  group ->
                      new GroupCandidate(
                          group.groupId().value(), describe(group.candidates(), wanted)))
              .toList();
      results.add(new ResultsReturnsByGroup(probe.rect(), byGroup, RetCode.OK));
    }
    return new Found<>(searched, results);
  }

  /**
   * For actions that return only what is above FaceMatchThreshold; the gallery includes what is at
   * it.
   */
  boolean isAboveThreshold(Candidate candidate) {
    return candidate.score().exceeds(options.threshold());
  }

  private static List<dev.mien.server.iai.type.Candidate> describe(
      List<Candidate> candidates, Predicate<Candidate> wanted) {
    return candidates.stream().filter(wanted).map(Search::describe).toList();
  }

  private static dev.mien.server.iai.type.Candidate describe(Candidate candidate) {
    return new dev.mien.server.iai.type.Candidate(
        candidate.personId().value(),
        candidate.faceId().map(FaceId::toString).orElse(""),
        Scores.onWire(candidate.score()),
        candidate.details().map(Candidate.Details::name).orElse(null),
        candidate.details().map(details -> (long) details.gender().code()).orElse(null),
        candidate
            .details()
            .map(details -> details.memberships().stream().map(PersonGroupInfo::of).toList())
            .orElse(null));
  }
}
