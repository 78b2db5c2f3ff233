/** Cards that are sent to Lark, in whose place a server answers as fast as it can. */
@NullMarked
package io.larkdesk.benchmarks.cards;

import org.jspecify.annotations.NullMarked;
