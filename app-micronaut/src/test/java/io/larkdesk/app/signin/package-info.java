/** Tests of {@code io.larkdesk.app.signin}. */
@NullMarked
package io.larkdesk.app.signin;

import org.jspecify.annotations.NullMarked;
