/** Names, tokens and sessions. */
@NullMarked
package io.larkdesk.core.person;

import org.jspecify.annotations.NullMarked;
