/** Calendars and clocks, against models that go minute by minute. */
@NullMarked
package io.larkdesk.core.clock;

import org.jspecify.annotations.NullMarked;
