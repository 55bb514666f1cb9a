package dev.mien.server.assembly;

import dev.mien.gallery.Gallery;
import dev.mien.gallery.SimilarityJobs;
import dev.mien.media.MediaLinks;
import dev.mien.media.MediaStore;
import dev.mien.server.media.ImageInputs;
import dev.mien.server.protocol.Services;
import dev.mien.server.video.VideoFaceFinder;
import dev.mien.server.video.VideoTasks;
import dev.mien.vision.FaceEngine;

/** What a running server offers its actions. */
record ServerServices(
    Gallery gallery,
    SimilarityJobs similarityJobs,
    FaceEngine faces,
    ImageInputs images,
    MediaStore mediaStore,
    VideoFaceFinder videoFaces,
    VideoTasks videoTasks,
    MediaLinks mediaLinks)
    implements Services {}
