package dev.mien.server.ivld.type;

/** A picture of a custom person, and what came of it. */
public record PersonImageInfo(String imageId, String imageURL, String errorCode, String errorMsg) {}
