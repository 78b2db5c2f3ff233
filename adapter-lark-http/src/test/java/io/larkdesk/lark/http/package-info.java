/** The adapter against the sandbox, and against servers that behave as no Lark would. */
@NullMarked
package io.larkdesk.lark.http;

import org.jspecify.annotations.NullMarked;
