package dev.mien.server.vod.type;

import org.jspecify.annotations.Nullable;

/**
 * A task that looks for the faces of a video.
 *
 * @param status {@code PROCESSING} or {@code FINISH}
 * @param errCode 0 unless it has failed
 * @param errCodeExt the error's name; empty unless it has failed
 * @param message what was wrong; empty unless it has failed
 * @param progress 0 to 100
 * @param output null while there is none, if it has failed, and when it is no longer kept
 * @param sessionId what the client has marked the task with
 * @param sessionContext what the client wants to be told
 */
public record DescribeAigcFaceInfoAsyncTask(
    String taskId,
    String status,
    long errCode,
    String errCodeExt,
    String message,
    long progress,
    DescribeAigcFaceInfoAsyncInput input,
    @Nullable DescribeAigcFaceInfoAsyncOutput output,
    String sessionId,
    String sessionContext) {}
