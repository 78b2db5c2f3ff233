/** What became of mentions, in the console: read, and tried again where Lark refused. */
@NullMarked
package io.larkdesk.app.console.reminders;

import org.jspecify.annotations.NullMarked;
