package dev.mien.server.vod.type;

import java.util.List;

/** What a task has found. */
public record DescribeAigcFaceInfoAsyncOutput(List<AigcFaceInfo> faceInfoSet) {}
