/** The API as the provider's systems find it. */
@NullMarked
package io.larkdesk.app.api;

import org.jspecify.annotations.NullMarked;
