/** JSON as the sandbox reads and writes it. */
@NullMarked
package io.larkdesk.sandbox.internal.json;

import org.jspecify.annotations.NullMarked;
