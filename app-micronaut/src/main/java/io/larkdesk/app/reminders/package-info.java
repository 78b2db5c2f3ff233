/** The worker that turns due mentions into cards: claims, delivers, settles, on every node. */
@NullMarked
package io.larkdesk.app.reminders;

import org.jspecify.annotations.NullMarked;
