/** From a mention to at most one MessageReminder in a window: permits, the policy, and one Decision for each mention. */
@NullMarked
package io.larkdesk.core.reminder;

import org.jspecify.annotations.NullMarked;
