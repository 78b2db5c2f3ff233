/** What more than one feature needs: transactions with the database's time, randomness, and small values and helpers. */
@NullMarked
package io.larkdesk.core.shared;

import org.jspecify.annotations.NullMarked;
