/** Webhooks: what happens to tickets, told to the provider's own systems; stored with what causes it, and sent at least once. */
@NullMarked
package io.larkdesk.core.webhook;

import org.jspecify.annotations.NullMarked;
