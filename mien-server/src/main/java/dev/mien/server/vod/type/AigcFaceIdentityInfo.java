package dev.mien.server.vod.type;

/**
 * A face of a video.
 *
 * @param faceId its number among the faces of the video
 * @param faceImage link to a picture of it
 * @param startTime when it is first seen, in ms
 * @param endTime until when it is seen, in ms
 */
public record AigcFaceIdentityInfo(String faceId, String faceImage, long startTime, long endTime) {}
