/** Messages that an app's bot sends to people. */
@NullMarked
package io.larkdesk.sandbox.internal.im;

import org.jspecify.annotations.NullMarked;
