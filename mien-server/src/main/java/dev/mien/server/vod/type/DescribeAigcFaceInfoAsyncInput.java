package dev.mien.server.vod.type;

import java.util.List;

/** What a task was asked for. */
public record DescribeAigcFaceInfoAsyncInput(List<AigcFaceInputFileInfo> fileInfos) {}
