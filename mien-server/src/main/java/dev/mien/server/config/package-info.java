/**
 * What the operator decides: a YAML file over the defaults of {@code defaults.yaml}, which is also
 * the list of all settings. Unknown keys and impossible values are refused at start.
 */
@NullMarked
package dev.mien.server.config;

import org.jspecify.annotations.NullMarked;
