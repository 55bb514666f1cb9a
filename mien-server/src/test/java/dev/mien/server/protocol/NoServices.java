package dev.mien.server.protocol;

import dev.mien.gallery.Gallery;
import dev.mien.gallery.SimilarityJobs;
import dev.mien.media.MediaLinks;
import dev.mien.media.MediaStore;
import dev.mien.server.media.ImageInputs;
import dev.mien.server.video.VideoFaceFinder;
import dev.mien.server.video.VideoTasks;
import dev.mien.vision.FaceEngine;

/** For actions that use nothing of the server. */
public record NoServices() implements Services {
  @Override
  public Gallery gallery() {
    throw new UnsupportedOperationException();
  }

  @Override
  public SimilarityJobs similarityJobs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public FaceEngine faces() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ImageInputs images() {
    throw new UnsupportedOperationException();
  }

  @Override
  public MediaStore mediaStore() {
    throw new UnsupportedOperationException();
  }

  @Override
  public VideoFaceFinder videoFaces() {
    throw new UnsupportedOperationException();
  }

  @Override
  public VideoTasks videoTasks() {
    throw new UnsupportedOperationException();
  }

  @Override
  public MediaLinks mediaLinks() {
    throw new UnsupportedOperationException();
  }
}
