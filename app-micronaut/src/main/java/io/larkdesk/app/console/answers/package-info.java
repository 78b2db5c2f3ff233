/** What the service team answers again and again, on a page of the console and in the composer. */
@NullMarked
package io.larkdesk.app.console.answers;

import org.jspecify.annotations.NullMarked;
