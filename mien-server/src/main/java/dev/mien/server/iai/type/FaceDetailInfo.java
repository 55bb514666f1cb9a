package dev.mien.server.iai.type;

/** One detected face and what it looks like. */
public record FaceDetailInfo(
    FaceRect faceRect, FaceDetailAttributesInfo faceDetailAttributesInfo) {}
