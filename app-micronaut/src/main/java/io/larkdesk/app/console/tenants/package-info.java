/** The customers in the console: who they are, how one comes into service, and what is changed of it then. */
@NullMarked
package io.larkdesk.app.console.tenants;

import org.jspecify.annotations.NullMarked;
