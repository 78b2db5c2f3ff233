/** What stands before every API: tokens, limits, quota, scopes, and the count of calls. */
@NullMarked
package io.larkdesk.sandbox.internal.gate;

import org.jspecify.annotations.NullMarked;
