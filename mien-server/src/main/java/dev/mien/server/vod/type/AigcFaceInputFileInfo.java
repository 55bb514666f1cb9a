package dev.mien.server.vod.type;

import org.jspecify.annotations.Nullable;

/**
 * A video that is sent in.
 *
 * @param type {@code Url} or {@code File}
 * @param fileId of a file
 * @param url where to download it
 */
public record AigcFaceInputFileInfo(
    @Nullable String type, @Nullable String fileId, @Nullable String url) {}
