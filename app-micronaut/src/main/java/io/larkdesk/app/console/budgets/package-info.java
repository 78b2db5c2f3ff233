/** The console's budgets: what the tenants' Lark calls went to, what they come to, and how their allowances are changed. */
@NullMarked
package io.larkdesk.app.console.budgets;

import org.jspecify.annotations.NullMarked;
