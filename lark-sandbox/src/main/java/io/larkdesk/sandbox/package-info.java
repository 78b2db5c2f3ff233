/** Placeholder. */
@NullMarked
package io.larkdesk.sandbox;

import org.jspecify.annotations.NullMarked;
