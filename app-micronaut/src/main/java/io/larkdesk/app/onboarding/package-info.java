/** Looks after the Lark configuration of tenants that are in service. */
@NullMarked
package io.larkdesk.app.onboarding;

import org.jspecify.annotations.NullMarked;
