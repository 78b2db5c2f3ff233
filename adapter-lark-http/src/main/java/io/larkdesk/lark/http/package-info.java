/** Speaks HTTP to the Lark Open Platform: one entry, {@link io.larkdesk.lark.http.HttpLark}, and behind it tokens, codes and limits. */
@NullMarked
package io.larkdesk.lark.http;

import org.jspecify.annotations.NullMarked;
