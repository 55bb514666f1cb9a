package dev.mien.server.iai.type;

import dev.mien.server.protocol.Unsigned;

/**
 * One description value of a person in a group.
 *
 * @param personExDescriptionIndex which of the group's custom description fields, from 0
 * @param personExDescription the value
 */
public record PersonExDescriptionInfo(
    @Unsigned Long personExDescriptionIndex, String personExDescription) {}
