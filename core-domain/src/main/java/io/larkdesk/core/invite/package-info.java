/** Invites: links by which colleagues of the same organisation join a group, for a day. */
@NullMarked
package io.larkdesk.core.invite;

import org.jspecify.annotations.NullMarked;
