/** Reminder and Emergency: how customers speed up a ticket, and how the service team is paged until somebody acknowledges. */
@NullMarked
package io.larkdesk.core.escalation;

import org.jspecify.annotations.NullMarked;
