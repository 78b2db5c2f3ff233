/** Tells endpoints of events, by the convention of the <a href="https://www.standardwebhooks.com">Standard Webhooks</a>. */
@NullMarked
package io.larkdesk.app.webhooks;

import org.jspecify.annotations.NullMarked;
