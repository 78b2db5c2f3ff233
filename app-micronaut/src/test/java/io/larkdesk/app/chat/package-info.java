/** Tests of groups' pages and forms. */
@NullMarked
package io.larkdesk.app.chat;

import org.jspecify.annotations.NullMarked;
