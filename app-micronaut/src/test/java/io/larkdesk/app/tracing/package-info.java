/** Tracing, as a receiver hears of it. */
@NullMarked
package io.larkdesk.app.tracing;

import org.jspecify.annotations.NullMarked;
