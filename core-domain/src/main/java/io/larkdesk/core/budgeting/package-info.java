/** What staff see of the tenants' budgets and may change, and what more people would cost. */
@NullMarked
package io.larkdesk.core.budgeting;

import org.jspecify.annotations.NullMarked;
