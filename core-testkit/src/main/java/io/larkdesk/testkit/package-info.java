/** Placeholder. */
@NullMarked
package io.larkdesk.testkit;

import org.jspecify.annotations.NullMarked;
