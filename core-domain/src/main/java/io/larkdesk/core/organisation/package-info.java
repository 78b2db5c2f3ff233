/** A customer's own administrators: who they are, and who may say so. */
@NullMarked
package io.larkdesk.core.organisation;

import org.jspecify.annotations.NullMarked;
