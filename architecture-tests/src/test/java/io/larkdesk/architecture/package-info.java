/** The house's rules, run on the classes of all modules, and the packaged artifacts tried from outside. */
@NullMarked
package io.larkdesk.architecture;

import org.jspecify.annotations.NullMarked;
