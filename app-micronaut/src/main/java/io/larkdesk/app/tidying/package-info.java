/** Clears away what is over, now and then. */
@NullMarked
package io.larkdesk.app.tidying;

import org.jspecify.annotations.NullMarked;
