/** Tokens of apps and people, and the sign-in through the authorize page. */
@NullMarked
package io.larkdesk.sandbox.internal.auth;

import org.jspecify.annotations.NullMarked;
