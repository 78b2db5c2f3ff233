/** In whose data the current request, or other work, may look: the second wall between tenants, behind the conditions of each statement. */
@NullMarked
package io.larkdesk.app.scope;

import org.jspecify.annotations.NullMarked;
