package dev.mien.evaluate.report;

/**
 * What was measured.
 *
 * @param measurement the command's name, such as "verification"
 * @param data the label file's name, and its folder's
 * @param pack the model pack's own name
 * @param modelVersion the model version, "" where none matters
 * @param embedder the embedder behind it, "" where none matters
 */
public record Subject(
    String measurement, String data, String pack, String modelVersion, String embedder) {}
