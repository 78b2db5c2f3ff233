/** Faults that a test asks for: refusals, delays, broken answers and lost connections. */
@NullMarked
package io.larkdesk.sandbox.internal.faults;

import org.jspecify.annotations.NullMarked;
