/** Webhooks as the provider's systems get them. */
@NullMarked
package io.larkdesk.app.webhooks;

import org.jspecify.annotations.NullMarked;
