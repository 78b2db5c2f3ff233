@NullMarked
package io.larkdesk.core.invite;

import org.jspecify.annotations.NullMarked;
