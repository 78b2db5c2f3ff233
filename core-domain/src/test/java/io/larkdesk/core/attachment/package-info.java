@NullMarked
package io.larkdesk.core.attachment;

import org.jspecify.annotations.NullMarked;
