/** What an operator sets, as typed values: read once, checked before anything else begins. */
@NullMarked
package io.larkdesk.app.config;

import org.jspecify.annotations.NullMarked;
