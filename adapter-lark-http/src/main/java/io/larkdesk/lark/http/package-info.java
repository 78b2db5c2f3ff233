/** Placeholder. */
@NullMarked
package io.larkdesk.lark.http;

import org.jspecify.annotations.NullMarked;
