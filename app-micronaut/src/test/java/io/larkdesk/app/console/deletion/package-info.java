/** How customers leave, over HTTP. */
@NullMarked
package io.larkdesk.app.console.deletion;

import org.jspecify.annotations.NullMarked;
