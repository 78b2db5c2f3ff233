/** What staff see of budgets and may change, over stores in memory. */
@NullMarked
package io.larkdesk.core.budgeting;

import org.jspecify.annotations.NullMarked;
