/** Requests, replies and routes in plain words, and their way over the JDK's HTTP server. */
@NullMarked
package io.larkdesk.sandbox.internal.http;

import org.jspecify.annotations.NullMarked;
