package dev.mien.gallery;

import dev.mien.gallery.AccountIndex.Found;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who looks like a face; the methods are those of {@link Gallery}. */
final class SearchOperations {
  /** What is compared with the probe. */
  enum Subject {
    /** Every face on its own. */
    FACES,
    /** All faces of a person as one. */
    PERSONS
  }

  /** A search that has been checked. */
  private record Search(
      AccountId account,
      Set<GroupId> groups,
      ModelVersion version,
      Subject subject,
      Template probe,
      SearchOptions options) {}

  private final GalleryContext context;
  private final GroupOperations groupOperations;

  SearchOperations(GalleryContext context, GroupOperations groupOperations) {
    this.context = context;
    this.groupOperations = groupOperations;
  }

  SearchResult search(
      AccountId account,
      Collection<GroupId> groups,
      Subject subject,
      Template probe,
      SearchOptions options)
      throws GalleryException {
    GalleryLimits.Searches limits = context.limits.searches();
    requireWithin(groups, limits.groups(), options, limits.candidates());
    Search search = checked(account, groups, subject, probe, options);
    long searched = searchedCount(search);
    return new SearchResult(search.version(), searched, candidates(search, search.groups()));
  }

  GroupedSearchResult searchByGroup(
      AccountId account,
      Collection<GroupId> groups,
      Subject subject,
      Template probe,
      SearchOptions options)
      throws GalleryException {
    GalleryLimits.Searches limits = context.limits.searches();
    requireWithin(groups, limits.groupsWhenGrouped(), options, limits.candidatesWhenGrouped());
    Search search = checked(account, groups, subject, probe, options);
    long searched = searchedCount(search);
    List<GroupedSearchResult.GroupCandidates> answers = new ArrayList<>();
    for (GroupId group : search.groups()) {
      answers.add(
          new GroupedSearchResult.GroupCandidates(group, candidates(search, List.of(group))));
    }
    return new GroupedSearchResult(search.version(), searched, answers);
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
      Subject subject,
      Template probe,
      SearchOptions options)
      throws GalleryException {
    Set<GroupId> distinct = new LinkedHashSet<>(groups);
    ModelVersion version = groupOperations.commonVersion(account, distinct);
    if (subject == Subject.PERSONS && !version.fusesPersons()) {
      throw new GalleryException(GalleryError.MODEL_VERSION_UNSUPPORTED, version.text());
    }
    context.requireEmbedder(version, probe);
    context.requireDimensions(account, probe);
    return new Search(account, distinct, version, subject, probe, options);
  }

  /**
   * How many faces or persons can be compared with the probe. Where the server's models were
   * exchanged, those of the former embedder cannot, and it is an error if none can.
   */
  private long searchedCount(Search search) throws GalleryException {
    AccountState state = context.state(search.account());
    GroupSize all = state.ask(index -> index.size(search.groups()));
    GroupId first = search.groups().iterator().next();
    if (all.faces() == 0) {
      throw new GalleryException(GalleryError.NO_FACES_IN_GROUPS, first);
    }
    long max = context.limits.facesPerGroup(search.version());
    if (all.faces() > max) {
      throw new GalleryException(GalleryError.SEARCHED_FACES_TOO_MANY, all.faces(), max);
    }
    String embedderId = search.probe().embedderId();
    GroupSize comparable = state.ask(index -> index.size(search.groups(), embedderId));
    if (comparable.faces() == 0) {
      throw new GalleryException(GalleryError.EMBEDDER_CHANGED, first);
    }
    return switch (search.subject()) {
      case FACES -> comparable.faces();
      case PERSONS -> comparable.persons();
    };
  }

  /**
   * The answer from some of the groups. Details come from the store after the index was asked: if a
   * candidate has been removed meanwhile, all is asked again while nobody writes.
   */
  private List<Candidate> candidates(Search search, Collection<GroupId> groups)
      throws GalleryException {
    Optional<List<Candidate>> answer = tryCandidates(search, groups);
    if (answer.isPresent()) {
      return answer.get();
    }
    return context
        .state(search.account())
        .whileNobodyWrites(() -> tryCandidates(search, groups).orElseThrow());
  }

  private Optional<List<Candidate>> tryCandidates(Search search, Collection<GroupId> groups) {
    int max = Math.toIntExact(search.options().maxCandidates());
    List<Found> found =
        context
            .state(search.account())
            .ask(
                index ->
                    switch (search.subject()) {
                      case FACES -> index.searchFaces(groups, search.probe(), max);
                      case PERSONS -> index.searchPersons(groups, search.probe(), max);
                    });
    List<Candidate> candidates = new ArrayList<>();
    for (Found one : found) {
      Candidate candidate =
          new Candidate(
              one.id(),
              one.face(),
              context.score(search.version(), search.probe(), one.similarity()),
              Optional.empty());
      if (!candidate.score().reaches(search.options().threshold())) {
        break; // the others are less similar
      }
      Optional<Candidate> complete =
          search.options().withDetails()
              ? detailed(search.account(), candidate)
              : Optional.of(candidate);
      if (complete.isEmpty()) {
        return Optional.empty();
      }
      candidates.add(complete.get());
    }
    return Optional.of(candidates);
  }

  private Optional<Candidate> detailed(AccountId account, Candidate candidate) {
    PageRange all = new PageRange(0, context.limits.groupsPerPerson());
    return context
        .store
        .person(account, candidate.personId())
        .map(
            person ->
                new Candidate(
                    person.id(),
                    candidate.faceId(),
                    candidate.score(),
                    Optional.of(
                        new Candidate.Details(
                            person.name(),
                            person.gender(),
                            context.store.memberships(account, person.id(), all).items()))));
  }
}
