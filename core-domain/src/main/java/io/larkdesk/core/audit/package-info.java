/** The audit log: what staff, administrators and those with a link of theirs did, chained by hashes. */
@NullMarked
package io.larkdesk.core.audit;

import org.jspecify.annotations.NullMarked;
