/** Tests of the use cases about invites, over the stores in memory. */
@NullMarked
package io.larkdesk.core.attachment;

import org.jspecify.annotations.NullMarked;
