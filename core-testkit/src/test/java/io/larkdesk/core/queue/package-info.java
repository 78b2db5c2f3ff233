/** Tests of the queue, over the stores in memory. */
@NullMarked
package io.larkdesk.core.queue;

import org.jspecify.annotations.NullMarked;
