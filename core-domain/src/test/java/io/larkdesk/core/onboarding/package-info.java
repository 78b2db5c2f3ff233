@NullMarked
package io.larkdesk.core.onboarding;

import org.jspecify.annotations.NullMarked;
