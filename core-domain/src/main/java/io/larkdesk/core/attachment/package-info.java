/** Files and images that people add to what they write: taken in pieces, known by their content, counted against a quota. */
@NullMarked
package io.larkdesk.core.attachment;

import org.jspecify.annotations.NullMarked;
