/** Tests of the use cases that show conversations, over the stores in memory. */
@NullMarked
package io.larkdesk.core.conversation;

import org.jspecify.annotations.NullMarked;
