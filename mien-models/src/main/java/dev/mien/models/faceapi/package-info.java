/**
 * The networks of face-api. Their files hold weights only, so their topologies are written down
 * here, with the published normalisation of the input as the first layer: they take RGB from 0 to
 * 255.
 */
@NullMarked
package dev.mien.models.faceapi;

import org.jspecify.annotations.NullMarked;
