/** The service team's work: which tickets wait for whom, and for how long. */
@NullMarked
package io.larkdesk.core.queue;

import org.jspecify.annotations.NullMarked;
