/** Tests of the use cases about members, over the stores in memory. */
@NullMarked
package io.larkdesk.core.group;

import org.jspecify.annotations.NullMarked;
