/** Tests of {@code io.larkdesk.app.web}. */
@NullMarked
package io.larkdesk.app.web;

import org.jspecify.annotations.NullMarked;
