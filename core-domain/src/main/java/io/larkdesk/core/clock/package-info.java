/** How long the service team may take: calendars of working hours, what is promised by them, and the clocks of tickets. */
@NullMarked
package io.larkdesk.core.clock;

import org.jspecify.annotations.NullMarked;
