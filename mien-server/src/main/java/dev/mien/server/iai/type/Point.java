package dev.mien.server.iai.type;

import java.util.List;

/** A pixel of the displayed picture; it may lie outside, where a face reaches over the edge. */
public record Point(long x, long y) {

  /** The pixel that a place falls into. */
  public static Point of(dev.mien.vision.geometry.Point place) {
    return new Point((long) Math.floor(place.x()), (long) Math.floor(place.y()));
  }

  /** The pixels that places fall into, in their order. */
  public static List<Point> of(List<dev.mien.vision.geometry.Point> places) {
    return places.stream().map(Point::of).toList();
  }
}
