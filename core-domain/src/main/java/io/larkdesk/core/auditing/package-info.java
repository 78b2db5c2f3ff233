/** What staff see of the audit log, check, and take away. */
@NullMarked
package io.larkdesk.core.auditing;

import org.jspecify.annotations.NullMarked;
