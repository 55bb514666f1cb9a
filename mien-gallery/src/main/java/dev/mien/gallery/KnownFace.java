package dev.mien.gallery;

import java.util.Optional;

/**
 * A face that a person has.
 *
 * @param id the face
 * @param personId whose it is
 * @param look what it looked like; absent if it was added before looks were kept
 */
public record KnownFace(FaceId id, PersonId personId, Optional<FaceLook> look) {}
