/** What an app may ask about its organisation, its own settings, its scopes and its bot. */
@NullMarked
package io.larkdesk.sandbox.internal.application;

import org.jspecify.annotations.NullMarked;
