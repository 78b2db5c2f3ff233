/** Texts of tickets, and the chain of their Timelines. */
@NullMarked
package io.larkdesk.core.ticket;

import org.jspecify.annotations.NullMarked;
