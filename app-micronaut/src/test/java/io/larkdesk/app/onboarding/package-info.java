/** What the Preflight finds, and when it looks. */
@NullMarked
package io.larkdesk.app.onboarding;

import org.jspecify.annotations.NullMarked;
