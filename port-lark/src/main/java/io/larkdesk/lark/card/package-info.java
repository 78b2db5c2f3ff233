/** The cards that the bot sends: what a Card JSON 2.0 of ours can say, without the JSON. */
@NullMarked
package io.larkdesk.lark.card;

import org.jspecify.annotations.NullMarked;
