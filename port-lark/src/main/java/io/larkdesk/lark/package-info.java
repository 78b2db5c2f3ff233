/** Placeholder. */
@NullMarked
package io.larkdesk.lark;

import org.jspecify.annotations.NullMarked;
