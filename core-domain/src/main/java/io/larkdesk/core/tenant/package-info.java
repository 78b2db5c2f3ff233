/** Customer organisations and the provider: their Lark app, their state, and their sealed App Secret. */
@NullMarked
package io.larkdesk.core.tenant;

import org.jspecify.annotations.NullMarked;
