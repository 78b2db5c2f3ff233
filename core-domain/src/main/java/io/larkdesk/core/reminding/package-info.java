/** What staff see of what became of mentions, and may have tried again. */
@NullMarked
package io.larkdesk.core.reminding;

import org.jspecify.annotations.NullMarked;
