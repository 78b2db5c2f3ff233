/** Chooses the implementations: the only place that knows the adapters. */
@NullMarked
package io.larkdesk.app.wiring;

import org.jspecify.annotations.NullMarked;
