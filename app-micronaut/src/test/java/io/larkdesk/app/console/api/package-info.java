/** Tokens of the API in the console. */
@NullMarked
package io.larkdesk.app.console.api;

import org.jspecify.annotations.NullMarked;
