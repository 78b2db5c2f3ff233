/** The pages that a person sees: authorize, inbox, index. */
@NullMarked
package io.larkdesk.sandbox.internal.pages;

import org.jspecify.annotations.NullMarked;
