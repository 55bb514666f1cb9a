package dev.mien.server.ivld.type;

import org.jspecify.annotations.Nullable;

/** In which order a list is wanted. */
public record SortBy(@Nullable String by, @Nullable Boolean descend) {}
