/** Use cases of onboarding, over stores in memory. */
@NullMarked
package io.larkdesk.core.onboarding;

import org.jspecify.annotations.NullMarked;
