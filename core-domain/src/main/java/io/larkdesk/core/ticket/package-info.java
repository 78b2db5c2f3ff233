/** Tickets: what is to be solved, who has it, how far it is, and the Timeline of what happened to it. */
@NullMarked
package io.larkdesk.core.ticket;

import org.jspecify.annotations.NullMarked;
