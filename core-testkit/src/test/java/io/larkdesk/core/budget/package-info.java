/** The ledger of calls, over stores in memory. */
@NullMarked
package io.larkdesk.core.budget;

import org.jspecify.annotations.NullMarked;
