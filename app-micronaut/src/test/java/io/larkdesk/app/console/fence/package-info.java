/** The fence in the console, over HTTP. */
@NullMarked
package io.larkdesk.app.console.fence;

import org.jspecify.annotations.NullMarked;
