/** Tests of how organisations come to the desk, over the stores in memory. */
@NullMarked
package io.larkdesk.core.onboarding;

import org.jspecify.annotations.NullMarked;
