package dev.mien.server.protocol;

import dev.mien.gallery.Gallery;
import dev.mien.gallery.SimilarityJobs;
import dev.mien.media.MediaLinks;
import dev.mien.media.MediaStore;
import dev.mien.server.media.ImageInputs;
import dev.mien.server.video.VideoFaceFinder;
import dev.mien.server.video.VideoTasks;
import dev.mien.vision.FaceEngine;

/** The parts of the server that actions use; all are safe for use by many threads. */
public interface Services {

  /** Groups, persons and faces of all accounts, and the searches over them. */
  Gallery gallery();

  /** Looks for persons who are enrolled more than once, in the background. */
  SimilarityJobs similarityJobs();

  /** Finds and embeds faces. */
  FaceEngine faces();

  /** Makes pictures of what requests carry. */
  ImageInputs images();

  /** Keeps pictures, videos and result files. */
  MediaStore mediaStore();

  /** Finds the faces of videos. */
  VideoFaceFinder videoFaces();

  /** Looks for the faces of videos in the background. */
  VideoTasks videoTasks();

  /** Signs the links by which clients fetch what is in the store. */
  MediaLinks mediaLinks();
}
