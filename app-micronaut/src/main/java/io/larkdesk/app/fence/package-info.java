/** Sees, on every node, whether the database was set back, and keeps all in while the fence is raised. */
@NullMarked
package io.larkdesk.app.fence;

import org.jspecify.annotations.NullMarked;
