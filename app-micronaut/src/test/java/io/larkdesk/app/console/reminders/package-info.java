/** The log of reminders, over HTTP. */
@NullMarked
package io.larkdesk.app.console.reminders;

import org.jspecify.annotations.NullMarked;
