package dev.mien.gallery;

import dev.mien.gallery.AccountIndex.Found;
import dev.mien.gallery.GroupRows.Kind;
import dev.mien.gallery.score.Score;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who looks like a face; the methods are those of {@link Gallery}. */
final class SearchOperations {
  /** A search that has been checked. */
  private record Search(
      AccountId account,
      Set<GroupId> groups,
      ModelVersion version,
      Kind kind,
      Template probe,
      SearchOptions options) {}

  /**
   * What the index says, from the state of it that was searched.
   *
   * @param all what the groups have
   * @param comparable what of it the probe can be compared with
   */
  private record Sizes(GroupSize all, GroupSize comparable) {}

  /** How many were searched, and for each part of the groups who was found. */
  private record Answer(long searched, List<List<Candidate>> candidates) {}

  private final GalleryContext context;
  private final GroupOperations groupOperations;

  SearchOperations(GalleryContext context, GroupOperations groupOperations) {
    this.context = context;
    this.groupOperations = groupOperations;
  }

  SearchResult search(
      AccountId account,
      Collection<GroupId> groups,
      Kind kind,
      Template probe,
      SearchOptions options)
      throws GalleryException {
    GalleryLimits.Searches limits = context.limits.searches();
    requireWithin(groups, limits.groups(), options, limits.candidates());
    Search search = checked(account, groups, kind, probe, options);
    Answer answer = answer(search, List.of(search.groups()));
    return new SearchResult(search.version(), answer.searched(), answer.candidates().getFirst());
  }

  GroupedSearchResult searchByGroup(
      AccountId account,
      Collection<GroupId> groups,
      Kind kind,
      Template probe,
      SearchOptions options)
      throws GalleryException {
    GalleryLimits.Searches limits = context.limits.searches();
    requireWithin(groups, limits.groupsWhenGrouped(), options, limits.candidatesWhenGrouped());
    Search search = checked(account, groups, kind, probe, options);
    List<GroupId> parts = List.copyOf(search.groups());
    Answer answer = answer(search, parts.stream().map(List::of).toList());
    List<GroupedSearchResult.GroupCandidates> grouped = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      grouped.add(
          new GroupedSearchResult.GroupCandidates(parts.get(i), answer.candidates().get(i)));
    }
    return new GroupedSearchResult(search.version(), answer.searched(), grouped);
  }

  private static void requireWithin(
      Collection<GroupId> groups, int groupsMax, SearchOptions options, int candidatesMax)
      throws GalleryException {
    if (groups.size() > groupsMax) {
      throw new GalleryException(GalleryError.GROUP_IDS_TOO_MANY, groups.size(), groupsMax);
    }
    if (options.maxCandidates() > candidatesMax) {
      throw new GalleryException(
          GalleryError.CANDIDATES_TOO_MANY, options.maxCandidates(), candidatesMax);
    }
  }

  private Search checked(
      AccountId account,
      Collection<GroupId> groups,
      Kind kind,
      Template probe,
      SearchOptions options)
      throws GalleryException {
    Set<GroupId> distinct = new LinkedHashSet<>(groups);
    ModelVersion version = groupOperations.commonVersion(account, distinct);
    if (kind == Kind.PERSONS && !version.fusesPersons()) {
      throw new GalleryException(GalleryError.MODEL_VERSION_UNSUPPORTED, version.text());
    }
    context.requireProbe(version, probe, distinct.iterator().next());
    context.requireDimensions(account, probe);
    return new Search(account, distinct, version, kind, probe, options);
  }

  /**
   * Asks the index for each part of the groups. Details come from the store afterwards: if a
   * candidate has been removed meanwhile, all is asked again while nobody writes.
   */
  private Answer answer(Search search, List<? extends Collection<GroupId>> parts)
      throws GalleryException {
    Optional<Answer> answer = tryAnswer(search, parts, false);
    if (answer.isPresent()) {
      return answer.get();
    }
    return context
        .state(search.account())
        .whileNobodyWrites(() -> tryAnswer(search, parts, true).orElseThrow());
  }

  /**
   * Empty if a candidate is gone, or if nothing can be compared and somebody may be writing: the
   * store has a new version of the group then, and the index is about to follow.
   */
  private Optional<Answer> tryAnswer(
      Search search, List<? extends Collection<GroupId>> parts, boolean nobodyWrites)
      throws GalleryException {
    AccountState.Searched<Sizes> searched =
        context.state(search.account()).search(index -> begin(index, search, parts));
    Sizes sizes = searched.answer();
    if (!nobodyWrites && sizes.comparable().faces() == 0 && sizes.all().faces() > 0) {
      return Optional.empty();
    }
    requireSearchable(search, sizes);
    List<List<Candidate>> candidates = new ArrayList<>();
    for (List<Found> found : searched.found()) {
      Optional<List<Candidate>> part = candidates(search, found);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      candidates.add(part.get());
    }
    long count =
        switch (search.kind()) {
          case FACES -> sizes.comparable().faces();
          case PERSONS -> sizes.comparable().persons();
        };
    return Optional.of(new Answer(count, candidates));
  }

  /**
   * All that is needed of the index, in one state of it. What must not be scanned is only counted.
   */
  private AccountState.Begun<Sizes> begin(
      AccountIndex index, Search search, List<? extends Collection<GroupId>> parts) {
    Sizes sizes =
        new Sizes(
            index.size(search.groups()), index.size(search.groups(), search.probe().embedderId()));
    boolean tooMany = sizes.all().faces() > context.limits.facesPerGroup(search.version());
    int max = Math.toIntExact(search.options().maxCandidates());
    return new AccountState.Begun<>(
        sizes,
        new BegunSearch(index, search.kind(), tooMany ? List.of() : parts, search.probe(), max));
  }

  /**
   * Where the server's models were exchanged, it is an error if no face can be compared any more.
   */
  private void requireSearchable(Search search, Sizes sizes) throws GalleryException {
    GroupId first = search.groups().iterator().next();
    if (sizes.all().faces() == 0) {
      throw new GalleryException(GalleryError.NO_FACES_IN_GROUPS, first);
    }
    long max = context.limits.facesPerGroup(search.version());
    if (sizes.all().faces() > max) {
      throw new GalleryException(GalleryError.SEARCHED_FACES_TOO_MANY, sizes.all().faces(), max);
    }
    if (sizes.comparable().faces() == 0) {
      throw new GalleryException(GalleryError.EMBEDDER_CHANGED, first);
    }
  }

  /** Found persons with scores, as far as they reach the threshold; empty if one is gone. */
  private Optional<List<Candidate>> candidates(Search search, List<Found> found) {
    List<Candidate> candidates = new ArrayList<>();
    for (Found one : found) {
      Score score = context.score(search.version(), search.probe(), one.similarity());
      if (!score.reaches(search.options().threshold())) {
        break; // the others are less similar
      }
      Optional<Candidate.Details> details = Optional.empty();
      if (search.options().withDetails()) {
        details = details(search.account(), one.id());
        if (details.isEmpty()) {
          return Optional.empty();
        }
      }
      candidates.add(new Candidate(one.id(), one.face(), score, details));
    }
    return Optional.of(candidates);
  }

  private Optional<Candidate.Details> details(AccountId account, PersonId id) {
    return context
        .store
        .profile(account, id)
        .map(
            profile ->
                new Candidate.Details(
                    profile.person().name(),
                    profile.person().gender(),
                    profile.person().tag(),
                    profile.memberships()));
  }
}
