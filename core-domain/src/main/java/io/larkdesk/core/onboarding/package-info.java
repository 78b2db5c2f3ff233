/** Bringing a tenant's Lark app into service: the addresses it needs, and the Preflight that says what is wrong with it. */
@NullMarked
package io.larkdesk.core.onboarding;

import org.jspecify.annotations.NullMarked;
