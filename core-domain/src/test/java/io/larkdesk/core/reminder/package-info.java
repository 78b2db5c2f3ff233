/** The reminder's policy and permits, at their boundaries. */
@NullMarked
package io.larkdesk.core.reminder;

import org.jspecify.annotations.NullMarked;
