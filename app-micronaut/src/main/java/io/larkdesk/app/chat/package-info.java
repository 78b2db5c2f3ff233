/** The pages and forms of groups: reading, writing, changing, and who has read. */
@NullMarked
package io.larkdesk.app.chat;

import org.jspecify.annotations.NullMarked;
