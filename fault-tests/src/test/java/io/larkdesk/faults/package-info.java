/** The packaged programs as their users run them: processes that are started, killed and stopped, seen through HTTP alone. */
@NullMarked
package io.larkdesk.faults;

import org.jspecify.annotations.NullMarked;
