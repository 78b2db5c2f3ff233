/** Tests of the use cases about reminders, over the stores in memory. */
@NullMarked
package io.larkdesk.core.reminder;

import org.jspecify.annotations.NullMarked;
