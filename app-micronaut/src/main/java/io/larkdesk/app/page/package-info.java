/** What people see: the values that the pages are drawn from, the templates' renderer, the texts in both languages, the assets. */
@NullMarked
package io.larkdesk.app.page;

import org.jspecify.annotations.NullMarked;
