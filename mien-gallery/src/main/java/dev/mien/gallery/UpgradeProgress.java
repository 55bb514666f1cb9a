package dev.mien.gallery;

import java.time.Instant;

/**
 * An upgrade job, and how far it is.
 *
 * @param job the job
 * @param percent of the group's persons that are ready for the change of version, 0 to 100; 100
 *     only when the version has changed or the job has failed
 * @param end when the job ended, or will end at its present pace
 */
public record UpgradeProgress(UpgradeJob job, double percent, Instant end) {}
