/** A stand-in of the Lark Open Platform on a loopback port: started as a program, or embedded in tests. */
@NullMarked
package io.larkdesk.sandbox;

import org.jspecify.annotations.NullMarked;
