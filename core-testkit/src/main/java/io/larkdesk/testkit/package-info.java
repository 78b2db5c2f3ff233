/** What everybody needs who tests an adapter of the core, or a program that embeds it: a settable clock, seeded randomness, and the stores as one. */
@NullMarked
package io.larkdesk.testkit;

import org.jspecify.annotations.NullMarked;
