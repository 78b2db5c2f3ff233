@NullMarked
package io.larkdesk.app.workstation;

import org.jspecify.annotations.NullMarked;
