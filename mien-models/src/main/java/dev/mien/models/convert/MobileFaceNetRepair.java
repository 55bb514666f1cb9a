package dev.mien.models.convert;

import dev.mien.models.tensor.FloatTensor;
import dev.mien.models.tfjs.GraphModel;
import dev.mien.models.tfjs.GraphNode;
import dev.mien.models.tfjs.NodeAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Undoes two defects that an earlier conversion left in the published MobileFaceNet graph.
 *
 * <p>Each of its 33 PReLU activations is written out as {@code relu(x) + m * (x - |x|)}, which for
 * negative x is {@code 2 m x}.
 *
 * <ol>
 *   <li>In the 16 depthwise convolutions that have an activation, the Relu was fused into the
 *       convolution, so the sum sees only x &gt;= 0 and the negative branch is lost. The slopes m
 *       are still in the file: the Relu goes.
 *   <li>The sign of the slope got lost: read literally it is 2 m, the trained network has -2 m.
 *       Evidence without labels: only with -2 m in all 33 places does each folded batch-norm offset
 *       cancel the measured mean before it (correlation 1.00), and the mean cosine between faces of
 *       different people falls from 0.999 to 0.035; face verification confirms it.
 * </ol>
 *
 * <p>The rewrite puts one Prelu node with slope -2 m in place of each such sum. It counts what it
 * finds, so another file of the same name fails instead of being changed by half.
 */
public final class MobileFaceNetRepair implements GraphRewrite {
  private static final int ACTIVATIONS = 33;
  private static final int LOST_NEGATIVE_BRANCHES = 16;
  private static final float SLOPE_FACTOR = -2;

  @Override
  public GraphModel apply(GraphModel graph) {
    Map<String, GraphNode> named = graph.byName();
    Map<String, GraphNode> changed = new HashMap<>();
    List<GraphNode> slopeNodes = new ArrayList<>();
    Map<String, FloatTensor> slopes = new HashMap<>();
    Set<String> unfused = new HashSet<>();
    for (GraphNode node : graph.nodes()) {
      Optional<WrittenOutPrelu> found = WrittenOutPrelu.match(node, named);
      if (found.isEmpty()) {
        continue;
      }
      WrittenOutPrelu prelu = found.get();
      String slopeName = node.name() + "/slope";
      slopes.put(slopeName, scaled(graph.weights().floats(prelu.multiplier())));
      slopeNodes.add(new GraphNode(slopeName, "Const", List.of(), NodeAttributes.NONE));
      List<String> inputs = List.of(prelu.source().name(), slopeName);
      changed.put(node.name(), new GraphNode(node.name(), "Prelu", inputs, NodeAttributes.NONE));
      if (prelu.activatedBefore()) {
        changed.put(prelu.source().name(), withoutRelu(prelu.source()));
        unfused.add(prelu.source().name());
      }
    }
    if (slopes.size() != ACTIVATIONS || unfused.size() != LOST_NEGATIVE_BRANCHES) {
      throw new ConversionException(
          "the MobileFaceNet repair expects %d activations, %d of them behind a fused Relu, and found %d and %d"
              .formatted(ACTIVATIONS, LOST_NEGATIVE_BRANCHES, slopes.size(), unfused.size()));
    }
    List<GraphNode> nodes = new ArrayList<>(slopeNodes);
    graph.nodes().forEach(node -> nodes.add(changed.getOrDefault(node.name(), node)));
    return new GraphModel(nodes, graph.weights().with(slopes));
  }

  private static FloatTensor scaled(FloatTensor multiplier) {
    float[] slope = new float[multiplier.values().length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = SLOPE_FACTOR * multiplier.values()[i];
    }
    return new FloatTensor(multiplier.shape(), slope);
  }

  /** The node with only its bias fused. */
  private static GraphNode withoutRelu(GraphNode node) {
    NodeAttributes attributes = node.attributes().withTexts("fused_ops", List.of("BiasAdd"));
    return new GraphNode(node.name(), node.operator(), node.inputs(), attributes);
  }
}
