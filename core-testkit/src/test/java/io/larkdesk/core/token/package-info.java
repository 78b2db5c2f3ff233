/** Tokens over stores in memory. */
@NullMarked
package io.larkdesk.core.token;

import org.jspecify.annotations.NullMarked;
