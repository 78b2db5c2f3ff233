/** Tests of the customers in the console. */
@NullMarked
package io.larkdesk.app.console.tenants;

import org.jspecify.annotations.NullMarked;
