/** What staff are told, over the sandbox. */
@NullMarked
package io.larkdesk.app.notices;

import org.jspecify.annotations.NullMarked;
