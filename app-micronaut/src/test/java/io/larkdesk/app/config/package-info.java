/** Tests. */
@NullMarked
package io.larkdesk.app.config;

import org.jspecify.annotations.NullMarked;
