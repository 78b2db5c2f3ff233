/** Looks after the tenants' budgets. */
@NullMarked
package io.larkdesk.app.budgets;

import org.jspecify.annotations.NullMarked;
