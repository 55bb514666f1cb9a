package dev.mien.server.ivld.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which custom persons are wanted. The reference asks for all four; here an absent one is no
 * condition, like an empty one, so that nobody is refused for a list without items.
 */
public record CustomPersonFilter(
    @Nullable String name,
    @Nullable List<String> categoryIdSet,
    @Nullable List<String> personIdSet,
    @Nullable List<String> l1CategorySet) {}
