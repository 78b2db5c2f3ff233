/**
 * The laws of the core as properties over generated histories, to be run by whoever writes an adapter: extend each {@code …Law} and say
 * where its stores come from. What fails comes with the shortest history that was found, and what happened in it.
 */
@NullMarked
package io.larkdesk.testkit.law;

import org.jspecify.annotations.NullMarked;
