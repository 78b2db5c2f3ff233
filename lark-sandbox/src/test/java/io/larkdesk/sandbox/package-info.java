/** The sandbox over HTTP, as a stranger sees it. */
@NullMarked
package io.larkdesk.sandbox;

import org.jspecify.annotations.NullMarked;
