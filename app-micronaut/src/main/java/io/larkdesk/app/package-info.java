/** Placeholder. */
@NullMarked
package io.larkdesk.app;

import org.jspecify.annotations.NullMarked;
