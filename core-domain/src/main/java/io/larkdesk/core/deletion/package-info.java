/** How customers leave for good: what is theirs is taken along, and after a time to think it over nothing of it remains. */
@NullMarked
package io.larkdesk.core.deletion;

import org.jspecify.annotations.NullMarked;
