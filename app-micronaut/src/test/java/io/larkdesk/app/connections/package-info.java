@NullMarked
package io.larkdesk.app.connections;

import org.jspecify.annotations.NullMarked;
