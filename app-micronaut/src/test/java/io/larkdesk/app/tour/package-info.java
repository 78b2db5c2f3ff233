/** The pictures in the documents, and that they show the pages as they are. */
@NullMarked
package io.larkdesk.app.tour;

import org.jspecify.annotations.NullMarked;
