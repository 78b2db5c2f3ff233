/** Card entities: cards that exist before they are sent and are changed afterwards. */
@NullMarked
package io.larkdesk.sandbox.internal.cardkit;

import org.jspecify.annotations.NullMarked;
