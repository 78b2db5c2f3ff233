/** What support plans promise, and who says so, over stores in memory. */
@NullMarked
package io.larkdesk.core.escalation;

import org.jspecify.annotations.NullMarked;
