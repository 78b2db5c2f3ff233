/** The file in which operators keep provider, staff, support plans and tenants; applied at each start. */
@NullMarked
package io.larkdesk.app.bootstrap;

import org.jspecify.annotations.NullMarked;
