package dev.mien.vision.quality;

import dev.mien.vision.Face;
import dev.mien.vision.image.Image;

/**
 * What is measured of a face's light and detail, before it is weighed.
 *
 * @param detail root mean square of the Laplacian without the part that noise has in it, relative
 *     to the contrast; 0 for a flat patch
 * @param noise standard deviation of what changes from sample to sample without structure, in units
 *     of the 8-bit scale
 * @param mean luminance, 0..255
 * @param contrast standard deviation of the luminance
 * @param clipped share of samples that are white or black, 0..1
 * @param blocks how much stronger steps on JPEG's 8 x 8 grid are than beside it, in units of the
 *     8-bit scale; 0 where there is no grid
 * @param size shorter side of the face's box, pixels
 */
record QualityMeasures(
    double detail,
    double noise,
    double mean,
    double contrast,
    double clipped,
    double blocks,
    double size) {

  /** A patch with less contrast than this is flat: it shows no face that could be sharp. */
  private static final double CONTRAST_MIN = 2;

  /** The Laplacian's weights squared and summed: white noise of deviation 1 gets this variance. */
  private static final double LAPLACIAN_POWER = 20;

  static QualityMeasures of(Image picture, Face face) {
    FacePatch patch = FacePatch.of(picture, face);
    double contrast = patch.deviation();
    double noise = patch.noise();
    double laplacian = patch.detail();
    double structure =
        Math.sqrt(Math.max(0, laplacian * laplacian - LAPLACIAN_POWER * noise * noise));
    return new QualityMeasures(
        contrast < CONTRAST_MIN ? 0 : structure / contrast,
        noise,
        patch.mean(),
        contrast,
        patch.clipped(),
        JpegBlocks.strength(picture, face.box()),
        Math.min(face.box().width(), face.box().height()));
  }
}
