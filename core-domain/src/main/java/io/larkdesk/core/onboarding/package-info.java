/** How organisations come to the desk: the provider and its first administrator by a link, customers by their Lark app. */
@NullMarked
package io.larkdesk.core.onboarding;

import org.jspecify.annotations.NullMarked;
