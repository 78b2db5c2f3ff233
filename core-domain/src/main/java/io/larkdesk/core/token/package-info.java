/** Tokens by which the provider's own systems use the desk: each acts for whoever made it, within its scopes, until it expires. */
@NullMarked
package io.larkdesk.core.token;

import org.jspecify.annotations.NullMarked;
