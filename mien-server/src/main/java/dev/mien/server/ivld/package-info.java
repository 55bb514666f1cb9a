/**
 * The custom persons of IVLD (2021-09-03): one action, one file. An action checks its parameters,
 * has the picture turned into a face ({@link dev.mien.server.ivld.Portrait}), asks the gallery, and
 * shapes the answer. docs/adr/0007 says how they live beside the persons of IAI.
 */
@NullMarked
package dev.mien.server.ivld;

import org.jspecify.annotations.NullMarked;
