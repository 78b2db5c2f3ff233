/** The console's page on which an administrator decides what becomes of what waits after a backup was restored. */
@NullMarked
package io.larkdesk.app.console.fence;

import org.jspecify.annotations.NullMarked;
