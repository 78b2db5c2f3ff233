/** Webhooks over stores in memory. */
@NullMarked
package io.larkdesk.core.webhook;

import org.jspecify.annotations.NullMarked;
