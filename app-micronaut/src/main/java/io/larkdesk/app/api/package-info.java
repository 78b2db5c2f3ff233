/** The API for the provider's own systems: {@code /api/v1}, in JSON, by tokens. */
@NullMarked
package io.larkdesk.app.api;

import org.jspecify.annotations.NullMarked;
