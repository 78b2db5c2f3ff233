/** Tests of what staff see of reminders, over the stores in memory. */
@NullMarked
package io.larkdesk.core.reminding;

import org.jspecify.annotations.NullMarked;
