/** What the platform knows: organisations, their apps and people, and its clock and its source of random names. */
@NullMarked
package io.larkdesk.sandbox.internal.platform;

import org.jspecify.annotations.NullMarked;
