/** The console's queue: which tickets wait for whom, and what staff do with several of them at once. */
@NullMarked
package io.larkdesk.app.console.queue;

import org.jspecify.annotations.NullMarked;
