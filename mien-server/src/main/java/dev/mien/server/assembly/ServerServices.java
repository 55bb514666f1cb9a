package dev.mien.server.assembly;

import dev.mien.gallery.Gallery;
import dev.mien.server.media.ImageInputs;
import dev.mien.server.protocol.Services;
import dev.mien.vision.FaceEngine;

/** What a running server offers its actions. */
record ServerServices(Gallery gallery, FaceEngine faces, ImageInputs images) implements Services {}
