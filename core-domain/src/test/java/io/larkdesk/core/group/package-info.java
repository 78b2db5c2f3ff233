/** Groups' ids. */
@NullMarked
package io.larkdesk.core.group;

import org.jspecify.annotations.NullMarked;
