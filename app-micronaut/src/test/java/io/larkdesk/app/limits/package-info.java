@NullMarked
package io.larkdesk.app.limits;

import org.jspecify.annotations.NullMarked;
