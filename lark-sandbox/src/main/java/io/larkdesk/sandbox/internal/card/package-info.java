/** What a message card must look like, and how it is changed piece by piece. */
@NullMarked
package io.larkdesk.sandbox.internal.card;

import org.jspecify.annotations.NullMarked;
