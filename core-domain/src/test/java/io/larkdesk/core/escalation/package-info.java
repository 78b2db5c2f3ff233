/** Values of escalations. */
@NullMarked
package io.larkdesk.core.escalation;

import org.jspecify.annotations.NullMarked;
