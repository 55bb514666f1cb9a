package dev.mien.server.assembly;

import dev.mien.gallery.GroupId;
import dev.mien.gallery.SimilarPerson;
import dev.mien.gallery.SimilarityJob;
import dev.mien.gallery.SimilarityJobs;
import dev.mien.gallery.StoreException;
import dev.mien.media.MediaRefusedException;
import dev.mien.media.MediaStore;
import dev.mien.media.MediaType;
import dev.mien.media.NewMedia;
import dev.mien.server.protocol.ResultFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Writes what jobs have found as files of the media store, which docs/api describes. */
final class SimilarPersonFiles implements SimilarityJobs.Results {
  /** As long as the reference keeps them. */
  private static final Duration RETENTION = Duration.ofDays(90);

  private static final String LABEL = "similar-persons";
  private static final int DECIMALS = 2;

  private final MediaStore store;
  private final Clock clock;

  /** An entry of the file. */
  private record Entry(String personId, List<String> groupIds, List<Similar> similarPersons) {}

  /** A person whom the entry's person may be. */
  private record Similar(String personId, List<String> groupIds, double score) {}

  SimilarPersonFiles(MediaStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String keep(SimilarityJob job, List<SimilarPerson> found) {
    byte[] file = ResultFile.json(found.stream().map(SimilarPersonFiles::entry).toList());
    NewMedia about =
        NewMedia.until(clock.instant().plus(RETENTION), job.account(), LABEL, MediaType.JSON);
    try {
      return store.put(about, file).id().text();
    } catch (MediaRefusedException e) {
      throw new StoreException("The result of job " + job.id() + " cannot be kept", e);
    }
  }

  private static Entry entry(SimilarPerson person) {
    return new Entry(
        person.id().value(),
        values(person.groups()),
        person.similar().stream()
            .map(
                match ->
                    new Similar(
                        match.id().value(), values(match.groups()), rounded(match.score().value())))
            .toList());
  }

  private static List<String> values(List<GroupId> ids) {
    return ids.stream().map(GroupId::value).toList();
  }

  /** Two decimals, rounded down, as everywhere on the wire. */
  private static double rounded(double score) {
    return BigDecimal.valueOf(score).setScale(DECIMALS, RoundingMode.FLOOR).doubleValue();
  }
}
