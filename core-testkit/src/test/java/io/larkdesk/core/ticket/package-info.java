/** Tests of the use cases of tickets, over the stores in memory. */
@NullMarked
package io.larkdesk.core.ticket;

import org.jspecify.annotations.NullMarked;
