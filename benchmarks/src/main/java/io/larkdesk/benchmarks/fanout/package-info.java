/** One group with many members: how soon all of them have what one writes, and how many pages a node holds. */
@NullMarked
package io.larkdesk.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
