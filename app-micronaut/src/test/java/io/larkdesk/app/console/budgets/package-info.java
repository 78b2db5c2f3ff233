/** The budgets, over HTTP. */
@NullMarked
package io.larkdesk.app.console.budgets;

import org.jspecify.annotations.NullMarked;
