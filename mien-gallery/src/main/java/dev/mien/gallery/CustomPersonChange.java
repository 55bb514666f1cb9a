package dev.mien.gallery;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is to be different about a custom person; what is absent stays.
 *
 * @param id the person
 * @param name its new name
 * @param basicInfo its new remark
 * @param category the number of its new category
 */
public record CustomPersonChange(
    PersonId id, Optional<String> name, Optional<String> basicInfo, OptionalLong category) {}
