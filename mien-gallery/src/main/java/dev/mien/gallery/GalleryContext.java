package dev.mien.gallery;

import dev.mien.gallery.index.IndexResources;
import dev.mien.gallery.score.Calibrations;
import dev.mien.gallery.score.Score;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What all operations of a gallery share. Thread-safe. */
final class GalleryContext {
  final GalleryStore store;
  final GalleryLimits limits;
  final ModelVersions modelVersions;
  private final Calibrations calibrations;
  private final Clock clock;
  private final IndexResources indexResources;
  private final FaceIdSource faceIds;
  private final ConcurrentMap<AccountId, AccountState> states = new ConcurrentHashMap<>();

  GalleryContext(
      GalleryStore store,
      GalleryLimits limits,
      ModelVersions modelVersions,
      Calibrations calibrations,
      Clock clock,
      IndexResources indexResources) {
    for (String embedderId : modelVersions.embedderIds().values()) {
      if (!calibrations.covers(embedderId)) {
        throw new IllegalArgumentException("no calibration for embedder " + embedderId);
      }
    }
    this.store = store;
    this.limits = limits;
    this.modelVersions = modelVersions;
    this.calibrations = calibrations;
    this.clock = clock;
    this.indexResources = indexResources;
    this.faceIds = new FaceIdSource(clock, store.lastFaceId());
  }

  AccountState state(AccountId account) {
    return states.computeIfAbsent(account, id -> new AccountState(id, store, indexResources));
  }

  /** Now, as exactly as a store keeps it. */
  Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  Face newFace(Template template, Quality quality) {
    return new Face(faceIds.next(), template, quality, now());
  }

  FaceId unusedFaceId() {
    return faceIds.next();
  }

  Score score(ModelVersion version, Template probe, double similarity) {
    return calibrations.score(probe.embedderId(), version.scoreLine(), similarity);
  }

  Group group(AccountId account, GroupId id) throws GalleryException {
    Group group =
        store
            .group(account, id)
            .orElseThrow(() -> new GalleryException(GalleryError.GROUP_NOT_FOUND, id));
    if (state(account).ask(index -> index.isBeingDeleted(id))) {
      throw new GalleryException(GalleryError.GROUP_BEING_DELETED, id);
    }
    return group;
  }

  Person person(AccountId account, PersonId id) throws GalleryException {
    return store
        .person(account, id)
        .orElseThrow(() -> new GalleryException(GalleryError.PERSON_NOT_FOUND, id));
  }

  /** Refuses a template that the embedder of a model version has not made: the caller's mistake. */
  void requireEmbedder(ModelVersion version, Template template) throws GalleryException {
    String embedderId = modelVersions.embedderId(version);
    if (!embedderId.equals(template.embedderId())) {
      throw new IllegalArgumentException(
          "version %s needs templates of %s, not of %s"
              .formatted(version.text(), embedderId, template.embedderId()));
    }
  }

  /**
   * Refuses a probe that the embedder of a group's or person's version has not made. If another
   * version's has, the version has been changed since the caller asked for it.
   *
   * @param subject the group or person
   */
  void requireProbe(ModelVersion version, Template probe, Object subject) throws GalleryException {
    boolean current = modelVersions.embedderId(version).equals(probe.embedderId());
    if (!current && modelVersions.embedderIds().containsValue(probe.embedderId())) {
      throw new GalleryException(GalleryError.CONFLICT, subject);
    }
    requireEmbedder(version, probe);
  }

  /** Refuses a template that cannot be kept beside those that the account has of its embedder. */
  void requireDimensions(AccountId account, Template template) throws GalleryException {
    int dimensions =
        state(account)
            .ask(index -> index.dimensions(template.embedderId()))
            .orElse(template.dimensions());
    if (dimensions != template.dimensions()) {
      throw new GalleryException(GalleryError.EMBEDDER_CHANGED, template.embedderId());
    }
  }

  /** The template of a version, made by its embedder: else it is the caller's mistake. */
  Template template(FaceTemplates templates, ModelVersion version) throws GalleryException {
    for (ModelVersion each : templates.byVersion().keySet()) {
      requireEmbedder(each, templates.of(each));
    }
    return templates.of(version);
  }

  /** Refuses a group that shares a person with another: they can only have the same version. */
  void requireNotShared(AccountId account, GroupId id) throws GalleryException {
    Optional<PersonId> shared = state(account).ask(index -> index.sharedMember(id));
    if (shared.isPresent()) {
      throw new GalleryException(GalleryError.UPGRADE_SHARED_PERSON, shared.get());
    }
  }

  /** Refuses a group that has more faces than another version allows. */
  void requireFewEnough(AccountId account, GroupId id, ModelVersion version)
      throws GalleryException {
    long max = limits.facesPerGroup(version);
    if (state(account).ask(index -> index.size(List.of(id))).faces() > max) {
      throw new GalleryException(GalleryError.UPGRADE_FACES_TOO_MANY, id, max);
    }
  }

  /** Refuses to touch a group whose model version is being changed. */
  void requireNotUpgrading(AccountId account, GroupId id) throws GalleryException {
    for (UpgradeJob job : store.upgradeJobsOf(account, id)) {
      if (job.state().isUnfinished()) {
        throw new GalleryException(GalleryError.CONFLICT, id);
      }
    }
  }

  /** Refuses a page that is longer than allowed. */
  static PageRange range(long offset, long limit, int limitMax) throws GalleryException {
    if (limit > limitMax) {
      throw new GalleryException(GalleryError.PAGE_LIMIT_EXCEEDED, limit, limitMax);
    }
    return new PageRange(offset, Math.toIntExact(limit));
  }

  /** Refuses a page that begins beyond the end of the list. At the end, it is empty. */
  static <T> Page<T> within(Page<T> page, long offset) throws GalleryException {
    if (offset > page.total()) {
      throw new GalleryException(GalleryError.PAGE_OFFSET_EXCEEDED, offset, page.total());
    }
    return page;
  }

  void close() {
    states.values().forEach(AccountState::close);
  }
}
