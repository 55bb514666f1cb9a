package dev.mien.evaluate.plot;

import dev.mien.evaluate.EvaluationException;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws plots and writes each as an SVG and a PNG file. */
public final class Plot {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 480;
  private static final int CELL = 80;
  private static final int MARGIN = 260;

  /** More than half of the pixels across; files stay small. */
  private static final int MAX_POINTS = 400;

  /** Solid, since a dashed line would be written dash by dash. */
  private static final BasicStroke GRID_STROKE = new BasicStroke(0.5f);

  private static final Color GRID = new Color(225, 225, 225);
  private static final Color FEW = Color.WHITE;
  private static final Color MANY = new Color(70, 130, 180);

  /** The palette of Okabe and Ito, which colour-blind people can tell apart. */
  private static final Color[] COLOURS = {
    new Color(0, 114, 178),
    new Color(213, 94, 0),
    new Color(0, 158, 115),
    new Color(204, 121, 167),
    new Color(230, 159, 0),
    new Color(86, 180, 233),
    new Color(90, 90, 90),
  };

  /** How points are joined. */
  public enum Style {
    /** By straight lines. */
    LINE,
    /** By straight lines with a mark on each point. */
    MARKED,
    /** As the outline of a filled area. */
    AREA
  }

  private Plot() {}

  /**
   * Draws curves over two axes.
   *
   * @param folder where the files go
   * @param name of the files, without an ending
   * @param curves at least one
   */
  public static void curves(
      Path folder, String name, String title, Axis x, Axis y, Style style, List<Curve> curves)
      throws EvaluationException {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x.title())
            .yAxisTitle(y.title())
            .build();
    decorate(chart.getStyler());
    chart.getStyler().setXAxisLogarithmic(x.logarithmic()).setYAxisLogarithmic(y.logarithmic());
    chart.getStyler().setXAxisMin(x.from()).setXAxisMax(x.to());
    chart.getStyler().setYAxisMin(y.from()).setYAxisMax(y.to());
    if (x.logarithmic()) {
      chart.getStyler().setXAxisLogarithmicDecadeOnly(true);
      chart.getStyler().setXAxisTickLabelsFormattingFunction(Plot::power);
    }
    if (y.logarithmic()) {
      chart.getStyler().setYAxisTickLabelsFormattingFunction(Plot::power);
    }
    for (int i = 0; i < curves.size(); i++) {
      add(chart, curves.get(i).thinned(MAX_POINTS), style, COLOURS[i % COLOURS.length]);
    }
    chart.getStyler().setLegendVisible(curves.size() > 1);
    write(folder, name, chart);
  }

  private static void add(XYChart chart, Curve curve, Style style, Color colour) {
    XYSeries series = chart.addSeries(curve.name(), curve.x(), curve.y());
    series.setLineColor(colour);
    series.setLineStyle(SeriesLines.SOLID);
    series.setMarkerColor(colour);
    series.setMarker(style == Style.MARKED ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    if (style == Style.AREA) {
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
      series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 70));
    }
  }

  /**
   * Draws how often a class was taken for another.
   *
   * @param classes their names
   * @param counts by true class, then by predicted class
   */
  public static void confusion(
      Path folder, String name, String title, List<String> classes, long[][] counts)
      throws EvaluationException {
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(MARGIN + CELL * classes.size())
            .height(MARGIN / 2 + CELL * classes.size())
            .title(title)
            .xAxisTitle("predicted")
            .yAxisTitle("labelled")
            .build();
    decorate(chart.getStyler());
    chart.getStyler().setRangeColors(new Color[] {FEW, MANY}).setShowValue(true);
    chart.getStyler().setHeatMapValueDecimalPattern("0").setDrawBorder(true);
    chart.getStyler().setValueFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    List<Number[]> cells = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      for (int predicted = 0; predicted < counts.length; predicted++) {
        cells.add(new Number[] {predicted, label, counts[label][predicted]});
      }
    }
    chart.addSeries(title, classes, classes, cells);
    write(folder, name, chart);
  }

  private static void decorate(AxesChartStyler styler) {
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setPlotGridLinesColor(GRID);
    styler.setPlotGridLinesStroke(GRID_STROKE);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
    styler.setAntiAlias(true);
  }

  /** 0.001 as 1e-3. */
  private static String power(double value) {
    return value >= 1
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-");
  }

  private static void write(Path folder, String name, IChart chart) throws EvaluationException {
    try {
      Files.createDirectories(folder);
      String svg = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
      Files.writeString(folder.resolve(name + ".svg"), SvgText.compact(svg));
      Files.write(folder.resolve(name + ".png"), ChartEncoder.getBytes(chart, "png"));
    } catch (IOException e) {
      throw new EvaluationException(name + " cannot be drawn: " + e.getMessage(), e);
    }
  }
}
