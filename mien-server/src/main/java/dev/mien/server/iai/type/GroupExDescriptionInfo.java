package dev.mien.server.iai.type;

import dev.mien.server.protocol.Unsigned;

/**
 * A new name for one of a group's custom description fields.
 *
 * @param groupExDescriptionIndex which field, from 0
 * @param groupExDescription its new name
 */
public record GroupExDescriptionInfo(
    @Unsigned Long groupExDescriptionIndex, String groupExDescription) {}
