/** What every feature needs of the outside: transactions with the database's time, and randomness. */
@NullMarked
package io.larkdesk.core.shared;

import org.jspecify.annotations.NullMarked;
