package dev.mien.vision.model;

/** The order of a net's three input planes. */
public enum ColourOrder {
  RGB,
  BGR
}
