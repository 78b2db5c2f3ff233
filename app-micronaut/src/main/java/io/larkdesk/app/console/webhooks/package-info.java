/** The console's part for webhooks. */
@NullMarked
package io.larkdesk.app.console.webhooks;

import org.jspecify.annotations.NullMarked;
