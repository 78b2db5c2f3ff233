/** Placeholder. */
@NullMarked
package io.larkdesk.core;

import org.jspecify.annotations.NullMarked;
