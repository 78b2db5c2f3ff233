/** The harness tells the truth about runs that are made up. */
@NullMarked
package io.larkdesk.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
