/** The worker of Emergencies: pages level after level, sends pages, looks after Reminders; and the watchdog beside it. */
@NullMarked
package io.larkdesk.app.emergencies;

import org.jspecify.annotations.NullMarked;
