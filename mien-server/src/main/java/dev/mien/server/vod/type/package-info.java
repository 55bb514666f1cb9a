/** Data types on the wire that several VOD actions share. Components are named as on the wire. */
@NullMarked
package dev.mien.server.vod.type;

import org.jspecify.annotations.NullMarked;
