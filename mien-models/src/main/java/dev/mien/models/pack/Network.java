package dev.mien.models.pack;

import dev.mien.models.convert.AnySize;
import dev.mien.models.convert.GraphConverter;
import dev.mien.models.convert.GraphOutput;
import dev.mien.models.convert.GraphRewrite;
import dev.mien.models.faceapi.FaceApiNetwork;
import dev.mien.models.onnx.Model;
import dev.mien.models.quantise.QuantiseOptions;
import dev.mien.models.quantise.Quantiser;
import dev.mien.models.quantise.RangeFile;
import dev.mien.models.tfjs.GraphModel;
import dev.mien.models.tfjs.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A network of the catalogue.
 *
 * @param name of the ONNX file, without its ending
 * @param model the JSON file to convert
 * @param files all files that the conversion reads, the model included
 * @param topology where the structure comes from
 * @param licence of the package's files
 * @param origin who made and trained it
 * @param inBytes how its copy in bytes is made, if there is one
 */
record Network(
    String name,
    PackagedFile model,
    List<PackagedFile> files,
    Topology topology,
    String licence,
    String origin,
    Optional<InBytes> inBytes) {

  /** Behind the name of the copy in bytes. */
  static final String IN_BYTES = "-int8";

  Network {
    Objects.requireNonNull(name, "name is null");
    Objects.requireNonNull(model, "model is null");
    files = List.copyOf(files);
    Objects.requireNonNull(topology, "topology is null");
    Objects.requireNonNull(licence, "licence is null");
    Objects.requireNonNull(origin, "origin is null");
    Objects.requireNonNull(inBytes, "inBytes is null");
  }

  /**
   * The recipe of a copy that computes in bytes.
   *
   * @param ranges the file with the ranges of its values, beside the catalogue
   * @param options what becomes bytes
   */
  record InBytes(Path ranges, QuantiseOptions options) {
    /**
     * The copy of a network. It needs no picture and no runtime, so it is the same everywhere.
     *
     * @throws PackBuildException if the ranges are not those of this network
     */
    Model of(Model network) throws IOException {
      try {
        return new Quantiser(network, options).quantise(RangeFile.read(Files.readString(ranges)));
      } catch (IllegalArgumentException e) {
        throw new PackBuildException(ranges + " does not fit the network: " + e.getMessage(), e);
      }
    }
  }

  /** Where the structure of a network comes from. */
  sealed interface Topology {
    /**
     * From the model file itself.
     *
     * @param rewrites applied before the conversion, in this order
     * @param outputs of the ONNX file
     * @param anySize whether the network shall take pictures of other sizes too
     */
    record Graph(List<GraphRewrite> rewrites, List<GraphOutput> outputs, boolean anySize)
        implements Topology {
      public Graph {
        rewrites = List.copyOf(rewrites);
        outputs = List.copyOf(outputs);
      }
    }

    /**
     * From this project; the model file has weights only.
     *
     * @param network which one
     */
    record Known(FaceApiNetwork network) implements Topology {}
  }

  /** Reads the checked files and converts them. */
  Model convert(NpmPackages packages) throws IOException {
    for (PackagedFile file : files) {
      file.locate(packages);
    }
    Path json = model.locate(packages);
    String description =
        "Converted from %s of npm package %s %s (%s). %s"
            .formatted(
                model.path(),
                model.packageName(),
                packages.version(model.packageName()),
                licence,
                origin);
    return switch (topology) {
      case Topology.Known(FaceApiNetwork network) ->
          network.build(ModelReader.readWeights(json), name, description);
      case Topology.Graph(
              List<GraphRewrite> rewrites,
              List<GraphOutput> outputs,
              boolean anySize) -> {
        GraphModel graph = ModelReader.readGraphModel(json);
        for (GraphRewrite rewrite : rewrites) {
          graph = rewrite.apply(graph);
        }
        Model converted = GraphConverter.convert(graph, name, description, outputs);
        yield anySize ? AnySize.of(converted) : converted;
      }
    };
  }
}
