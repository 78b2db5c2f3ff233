/** Bodies, places and readers' positions. */
@NullMarked
package io.larkdesk.core.conversation;

import org.jspecify.annotations.NullMarked;
