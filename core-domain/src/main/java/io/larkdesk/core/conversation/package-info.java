/** Messages in a gapless sequence per group, their mentions, read cursors, and who is looking right now. */
@NullMarked
package io.larkdesk.core.conversation;

import org.jspecify.annotations.NullMarked;
