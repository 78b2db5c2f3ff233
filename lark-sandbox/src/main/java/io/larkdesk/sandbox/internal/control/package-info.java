/** The sandbox's own JSON API, by which tests and demos arrange the platform and see what happened. */
@NullMarked
package io.larkdesk.sandbox.internal.control;

import org.jspecify.annotations.NullMarked;
