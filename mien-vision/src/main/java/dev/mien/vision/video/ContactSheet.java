package dev.mien.vision.video;

import dev.mien.vision.image.ImageEncoder;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Draws the faces of a video along its time line: a row a track, its best picture on the left. */
public final class ContactSheet {

  private static final int WIDTH = 1200;
  private static final int ROW = 112;
  private static final int FACE = 96;
  private static final int MARGIN = 16;
  private static final int HEADER = 64;
  private static final int LABEL_WIDTH = 150;
  private static final int BAR = 26;

  /** Rows of one sheet; further tracks are counted in the header and not drawn. */
  private static final int ROWS_MAX = 100;

  /** Labels of the time axis, at most. */
  private static final int TICKS = 12;

  /** Told apart by people with the usual colour weaknesses too (Okabe and Ito's palette). */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9));

  private static final Color INK = new Color(0x22262B);
  private static final Color FAINT = new Color(0xD5DAE0);

  private final VideoFaces faces;
  private final Graphics2D graphics;
  private final int bottom;

  private ContactSheet(VideoFaces faces, Graphics2D graphics, int bottom) {
    this.faces = faces;
    this.graphics = graphics;
    this.bottom = bottom;
  }

  /**
   * A PNG, 1,200 pixels wide.
   *
   * @param title printed above the time line
   */
  public static byte[] png(VideoFaces faces, String title) {
    int rows = Math.clamp(faces.tracks().size(), 1, ROWS_MAX);
    int height = HEADER + rows * ROW + 2 * MARGIN;
    BufferedImage sheet = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, WIDTH, height);
      new ContactSheet(faces, graphics, height - MARGIN).draw(title);
    } finally {
      graphics.dispose();
    }
    return ImageEncoder.png(sheet);
  }

  private void draw(String title) {
    graphics.setColor(INK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    graphics.drawString(title + "   " + summary(), MARGIN, MARGIN + 14);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    drawAxis();
    List<FaceTrack> tracks = faces.tracks();
    for (int row = 0; row < Math.min(tracks.size(), ROWS_MAX); row++) {
      drawTrack(row, tracks.get(row));
    }
  }

  private String summary() {
    VideoInfo info = faces.info();
    return "%d x %d, %s, %s, %d tracks"
        .formatted(
            info.width(),
            info.height(),
            info.codec(),
            time(faces.durationMillis()),
            faces.tracks().size());
  }

  private void drawAxis() {
    double stepMillis = step();
    for (double at = 0; at <= faces.durationMillis(); at += stepMillis) {
      int x = x((long) at);
      graphics.setColor(FAINT);
      graphics.drawLine(x, HEADER, x, bottom);
      graphics.setColor(INK);
      graphics.drawString(time((long) at), x - 12, HEADER - 6);
    }
  }

  /** 1, 2 or 5 times a power of ten milliseconds, so that the axis has few labels. */
  private double step() {
    double least = (double) Math.max(1, faces.durationMillis()) / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= least) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private void drawTrack(int row, FaceTrack track) {
    int top = HEADER + row * ROW + MARGIN / 2;
    BufferedImage face = ImageEncoder.buffered(track.bestImage());
    double scale = (double) FACE / Math.max(face.getWidth(), face.getHeight());
    graphics.drawImage(
        face,
        MARGIN,
        top,
        (int) Math.round(scale * face.getWidth()),
        (int) Math.round(scale * face.getHeight()),
        null);
    Color colour = COLOURS.get(row % COLOURS.size());
    int middle = top + FACE / 2;
    graphics.setColor(INK);
    graphics.drawString("face " + row, MARGIN + FACE + 8, middle - 6);
    graphics.drawString(
        time(track.startMillis()) + " - " + time(track.endMillis()),
        MARGIN + FACE + 8,
        middle + 12);
    int left = x(track.startMillis());
    int width = Math.max(2, x(track.endMillis()) - left);
    graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 70));
    graphics.fillRoundRect(left, middle - BAR / 2, width, BAR, 8, 8);
    graphics.setColor(colour);
    for (Sighting sighting : track.sightings()) {
      int x = x(sighting.timeMillis());
      graphics.drawLine(x, middle - BAR / 4, x, middle + BAR / 4);
    }
    graphics.setStroke(new BasicStroke(2));
    int best = x(track.bestMillis());
    graphics.drawOval(best - 5, middle - 5, 10, 10);
    graphics.setStroke(new BasicStroke(1));
  }

  private int x(long timeMillis) {
    int left = 2 * MARGIN + FACE + LABEL_WIDTH;
    double share = (double) timeMillis / Math.max(1, faces.durationMillis());
    return (int) Math.round(left + share * (WIDTH - left - 2 * MARGIN));
  }

  private static String time(long millis) {
    return String.format(Locale.ROOT, "%d:%04.1f", millis / 60_000, millis % 60_000 / 1000.0);
  }
}
