/** Seals App Secrets and cookies with keys from a file, by Tink. */
@NullMarked
package io.larkdesk.app.secrets;

import org.jspecify.annotations.NullMarked;
