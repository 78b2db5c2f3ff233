/** The budgets of a running desk. */
@NullMarked
package io.larkdesk.app.budgets;

import org.jspecify.annotations.NullMarked;
