/** Who asks, and whether the request may be believed: sessions, forms from our own pages, security headers, and pages for what goes wrong. */
@NullMarked
package io.larkdesk.app.web;

import org.jspecify.annotations.NullMarked;
