/** The worker that turns due mentions into cards, on stores in memory. */
@NullMarked
package io.larkdesk.app.reminders;

import org.jspecify.annotations.NullMarked;
