/** What more people would cost. */
@NullMarked
package io.larkdesk.core.budgeting;

import org.jspecify.annotations.NullMarked;
