@NullMarked
package io.larkdesk.app.scope;

import org.jspecify.annotations.NullMarked;
