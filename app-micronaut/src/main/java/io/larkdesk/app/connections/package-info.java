/** What connections may cost before anything is known of who is at their other end: time, and how many there are. */
@NullMarked
package io.larkdesk.app.connections;

import org.jspecify.annotations.NullMarked;
