/** How anything is measured: the limit, ours and a peer in turn, several times, and no figure without proof that the work was done. */
@NullMarked
package io.larkdesk.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
