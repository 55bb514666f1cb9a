package dev.mien.gallery;

import java.util.Map;

/**
 * How much of everything there may be. Lengths of texts are not here: they belong to the protocol
 * ({@link TextRules}).
 *
 * @param groupsPerAccount groups of one account
 * @param facesPerAccount faces of one account
 * @param facesPerGroup faces of one group, and of all groups of one search together, by model
 *     version
 * @param fieldsPerGroup description fields of one group
 * @param groupsPerPerson groups that one person is in
 * @param facesPerPerson faces of one person
 * @param facesPerUpload faces added in one call
 * @param enrolments limits of what {@link Gallery#enrol} and its kin add
 * @param customs limits of custom persons
 * @param searches limits of searches
 * @param pages limits of lists
 */
public record GalleryLimits(
    long groupsPerAccount,
    long facesPerAccount,
    Map<ModelVersion, Long> facesPerGroup,
    int fieldsPerGroup,
    int groupsPerPerson,
    int facesPerPerson,
    int facesPerUpload,
    Enrolments enrolments,
    Customs customs,
    Searches searches,
    Pages pages) {

  /**
   * Limits of what is added by {@link Gallery#enrol}, {@link Gallery#offerFaces} and {@link
   * Gallery#joinGroups}: those of the protocol that works so. They hold beside the others, but for
   * the faces of a person, which they exceed.
   *
   * @param groupsPerAccount groups of one account
   * @param personsPerGroup persons of one group
   * @param facesPerPerson faces of one person
   */
  public record Enrolments(long groupsPerAccount, long personsPerGroup, int facesPerPerson) {
    /** Refuses limits below 1 with {@link IllegalArgumentException}. */
    public Enrolments {
      requirePositive(groupsPerAccount, personsPerGroup, facesPerPerson);
    }
  }

  /**
   * Limits of custom persons. They hold beside the others, but for the faces of a person.
   *
   * @param personsPerAccount custom persons of one account
   * @param imagesPerPerson pictures of one custom person
   * @param categoriesPerAccount categories of one account, of both levels
   */
  public record Customs(long personsPerAccount, int imagesPerPerson, int categoriesPerAccount) {
    /** Refuses limits below 1 with {@link IllegalArgumentException}. */
    public Customs {
      requirePositive(personsPerAccount, imagesPerPerson, categoriesPerAccount);
    }
  }

  /**
   * Limits of searches.
   *
   * @param groups groups in one search
   * @param candidates candidates of one search
   * @param groupsWhenGrouped groups in one search that answers by group
   * @param candidatesWhenGrouped candidates of each group in a search that answers by group
   */
  public record Searches(
      int groups, int candidates, int groupsWhenGrouped, int candidatesWhenGrouped) {
    /** Refuses limits below 1 with {@link IllegalArgumentException}. */
    public Searches {
      requirePositive(groups, candidates, groupsWhenGrouped, candidatesWhenGrouped);
    }
  }

  /**
   * Longest pages.
   *
   * @param groups groups of an account
   * @param persons persons of a group
   * @param memberships groups of a person
   */
  public record Pages(int groups, int persons, int memberships) {
    /** Refuses limits below 1 with {@link IllegalArgumentException}. */
    public Pages {
      requirePositive(groups, persons, memberships);
    }
  }

  /** Refuses limits below 1 and a missing model version with {@link IllegalArgumentException}. */
  public GalleryLimits {
    facesPerGroup = Map.copyOf(facesPerGroup);
    requirePositive(
        groupsPerAccount,
        facesPerAccount,
        fieldsPerGroup,
        groupsPerPerson,
        facesPerPerson,
        facesPerUpload);
    for (ModelVersion version : ModelVersion.values()) {
      requirePositive(facesPerGroup.getOrDefault(version, 0L));
    }
  }

  /** The limits that the reference documents state. */
  public static GalleryLimits defaults() {
    return new GalleryLimits(
        100_000,
        50_000_000,
        Map.of(ModelVersion.V2_0, 1_000_000L, ModelVersion.V3_0, 3_000_000L),
        5,
        100,
        5,
        4,
        new Enrolments(5000, 20_000, 20),
        new Customs(100_000, 10, 1000),
        new Searches(100, 100, 60, 10),
        new Pages(1000, 1000, 100));
  }

  /** Faces that a group of this version, or all groups of one search, may have. */
  public long facesPerGroup(ModelVersion version) {
    return facesPerGroup.getOrDefault(version, 0L);
  }

  private static void requirePositive(long... limits) {
    for (long limit : limits) {
      if (limit < 1) {
        throw new IllegalArgumentException("a limit is at least 1: " + limit);
      }
    }
  }
}
