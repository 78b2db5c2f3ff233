/** At most one reminder to a person in a window, decided and stored by several nodes; without Lark. */
@NullMarked
package io.larkdesk.benchmarks.reminders;

import org.jspecify.annotations.NullMarked;
