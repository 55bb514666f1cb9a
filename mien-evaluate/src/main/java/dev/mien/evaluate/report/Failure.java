package dev.mien.evaluate.report;

/**
 * A picture that could not be measured.
 *
 * @param path as the label file names it
 * @param reason for people
 */
public record Failure(String path, String reason) {}
