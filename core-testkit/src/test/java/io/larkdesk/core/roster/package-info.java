/** The roster's use cases over stores in memory. */
@NullMarked
package io.larkdesk.core.roster;

import org.jspecify.annotations.NullMarked;
