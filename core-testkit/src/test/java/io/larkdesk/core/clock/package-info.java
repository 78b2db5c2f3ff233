/** The clocks of tickets, and who is told of them, over stores in memory. */
@NullMarked
package io.larkdesk.core.clock;

import org.jspecify.annotations.NullMarked;
