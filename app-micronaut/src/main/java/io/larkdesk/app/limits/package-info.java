/** How much is taken in at once, how fast, and what goes first when that is much. */
@NullMarked
package io.larkdesk.app.limits;

import org.jspecify.annotations.NullMarked;
