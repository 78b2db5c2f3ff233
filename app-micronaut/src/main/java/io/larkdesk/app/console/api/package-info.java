/** The console's part for the provider's systems: tokens of the API. */
@NullMarked
package io.larkdesk.app.console.api;

import org.jspecify.annotations.NullMarked;
