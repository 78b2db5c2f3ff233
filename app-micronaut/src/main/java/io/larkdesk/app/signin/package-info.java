/** Coming and going: signing in through Lark, signing out, and how a person wants the pages. */
@NullMarked
package io.larkdesk.app.signin;

import org.jspecify.annotations.NullMarked;
