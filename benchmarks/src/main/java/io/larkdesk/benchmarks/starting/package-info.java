/** How soon the service is there, and what it takes and asks for while nobody uses it. */
@NullMarked
package io.larkdesk.benchmarks.starting;

import org.jspecify.annotations.NullMarked;
