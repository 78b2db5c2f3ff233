/** What is only reckoned: no database, no network, nanoseconds. {@code bin/bench jmh} runs it. */
@NullMarked
package io.larkdesk.benchmarks.pure;

import org.jspecify.annotations.NullMarked;
