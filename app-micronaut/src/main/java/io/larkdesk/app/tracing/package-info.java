/** Tells a receiver of OpenTelemetry how long requests and work took, and their parts, where an operator wants that. */
@NullMarked
package io.larkdesk.app.tracing;

import org.jspecify.annotations.NullMarked;
