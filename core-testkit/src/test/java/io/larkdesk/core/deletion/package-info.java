/** How customers leave, on stores in memory. */
@NullMarked
package io.larkdesk.core.deletion;

import org.jspecify.annotations.NullMarked;
