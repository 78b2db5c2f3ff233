/** Server-sent events: every open page of a group hears what is new in it, from any node, once and in order. */
@NullMarked
package io.larkdesk.app.live;

import org.jspecify.annotations.NullMarked;
