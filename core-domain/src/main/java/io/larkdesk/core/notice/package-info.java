/**
 * Operational notices: what staff are told in Lark apart from conversations and Emergencies, such as that nobody will be on duty. Stored with
 * what causes them, and sent once.
 */
@NullMarked
package io.larkdesk.core.notice;

import org.jspecify.annotations.NullMarked;
