/** The console's queue, over HTTP. */
@NullMarked
package io.larkdesk.app.console.queue;

import org.jspecify.annotations.NullMarked;
