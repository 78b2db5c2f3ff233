/** The core's stores in memory: as strict as a database about transactions, locks and uniqueness, and gone with the process. */
@NullMarked
package io.larkdesk.testkit.memory;

import org.jspecify.annotations.NullMarked;
