/**
 * What a face looks like: features out of nets that know faces, and heads that read attributes from
 * them. {@link dev.mien.vision.attribute.AttributeReader} is the entry.
 */
@NullMarked
package dev.mien.vision.attribute;

import org.jspecify.annotations.NullMarked;
